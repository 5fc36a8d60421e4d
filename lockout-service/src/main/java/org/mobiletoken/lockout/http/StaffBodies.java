package org.mobiletoken.lockout.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.lockout.rules.BranchUnfreeze;
import org.mobiletoken.lockout.rules.FreezeKind;
import org.mobiletoken.lockout.rules.HistoryLine;
import org.mobiletoken.lockout.rules.StaffMember;
import org.mobiletoken.lockout.rules.WayOut;

/** What staff send and receive. */
final class StaffBodies {

    enum UnfreezeState {
        PENDING_APPROVAL,
        DONE
    }

    record OpenUnfreeze(
            @NotNull UUID freezeId,
            @NotBlank @Size(max = Formats.LONGEST_REASON) String reason,
            @NotNull @Pattern(regexp = Formats.REFERENCE) String reference) {}

    record UnfreezeAnswer(UUID unfreezeId, UnfreezeState state) {
        static UnfreezeAnswer of(BranchUnfreeze unfreeze) {
            return new UnfreezeAnswer(unfreeze.id(), stateOf(unfreeze));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LockoutView(
            String customerId,
            boolean frozen,
            @Nullable UUID freezeId,
            @Nullable FreezeKind kind,
            @Nullable Instant frozenAt,
            @Nullable Instant frozenUntil,
            @Nullable Set<WayOut> waysOut,
            int attemptsLeft,
            int openAttempts,
            List<Unfreeze> unfreezes) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Unfreeze(
            UUID unfreezeId,
            UnfreezeState state,
            String reason,
            String reference,
            String openedBy,
            Instant openedAt,
            @Nullable String approvedBy,
            @Nullable Instant liftedAt) {
        static Unfreeze of(BranchUnfreeze unfreeze) {
            return new Unfreeze(
                    unfreeze.id(),
                    stateOf(unfreeze),
                    unfreeze.reason(),
                    unfreeze.reference(),
                    unfreeze.openedBy().name(),
                    unfreeze.openedAt(),
                    nameOf(unfreeze.approvedBy()),
                    unfreeze.liftedAt());
        }
    }

    /** One page, newest first; {@code next} is where the following page begins, if there may be one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HistoryPage(List<Line> lines, @Nullable String next) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            Instant at,
            String kind,
            String actor,
            @Nullable UUID attemptId,
            @Nullable String app,
            @Nullable String purpose,
            @Nullable UUID freezeId,
            @Nullable String cause,
            @Nullable String reference) {
        static Line of(HistoryLine line) {
            return new Line(
                    line.place().at(),
                    line.kind(),
                    line.actor(),
                    line.app() == null ? null : line.place().id(),
                    line.app(),
                    line.purpose(),
                    line.freezeId(),
                    line.cause(),
                    line.reference());
        }
    }

    private StaffBodies() {}

    private static UnfreezeState stateOf(BranchUnfreeze unfreeze) {
        return unfreeze.liftedAt() == null ? UnfreezeState.PENDING_APPROVAL : UnfreezeState.DONE;
    }

    private static @Nullable String nameOf(@Nullable StaffMember person) {
        return person == null ? null : person.name();
    }
}
