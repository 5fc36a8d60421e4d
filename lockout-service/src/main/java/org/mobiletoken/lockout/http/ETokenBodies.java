package org.mobiletoken.lockout.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.lockout.rules.ETokenAssignment;
import org.mobiletoken.lockout.rules.ETokenId;
import org.mobiletoken.lockout.rules.FreezeKind;
import org.mobiletoken.lockout.rules.WayOut;

/** What is sent and received about e-tokens. */
final class ETokenBodies {

    private static final int LONGEST_CODE = 32;

    record Assign(
            @NotNull @Pattern(regexp = ETokenId.PART) String manufacturer,
            @NotNull @Pattern(regexp = ETokenId.PART) String serialNumber,
            @NotNull @Pattern(regexp = Formats.REFERENCE) String reference) {}

    record Assigned(String manufacturer, String serialNumber, String reference, Instant assignedAt) {
        static Assigned of(ETokenAssignment assignment) {
            return new Assigned(
                    assignment.eToken().manufacturer(),
                    assignment.eToken().serialNumber(),
                    assignment.reference(),
                    assignment.assignedAt());
        }
    }

    record Unfreeze(
            @NotNull UUID freezeId,
            @NotNull @Size(max = LONGEST_CODE) String code,
            @Nullable @Size(max = LONGEST_CODE) String nextCode) {

        @Override
        public String toString() {
            return "Unfreeze[" + freezeId + "]";
        }
    }

    record Unfrozen(UUID unfreezeId) {}

    /** @param waysOut the ways out that are open to this customer now */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OwnFreeze(
            boolean frozen,
            @Nullable FreezeKind kind,
            @Nullable Instant frozenUntil,
            @Nullable UUID freezeId,
            @Nullable List<WayOut> waysOut) {}

    private ETokenBodies() {}
}
