package org.mobiletoken.lockout.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.lockout.rules.FreezeKind;
import org.mobiletoken.lockout.rules.Outcome;
import org.mobiletoken.lockout.rules.Verdict;

/** What the client that verifies passcodes sends and receives. */
final class AttemptBodies {

    record Reserve(
            @NotNull UUID attemptId,
            @NotNull @Pattern(regexp = Formats.CUSTOMER_ID) String customerId,
            @NotNull @Pattern(regexp = Formats.APP) String app,
            @NotNull @Pattern(regexp = Formats.PURPOSE) String purpose,
            @NotNull UUID tokenId) {}

    record Reserved(UUID attemptId, Instant deadline) {}

    record Settle(
            @NotNull @Pattern(regexp = Formats.CUSTOMER_ID) String customerId,
            @NotNull Outcome outcome) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Settled(
            Outcome outcome, int attemptsLeft, @Nullable Freeze freeze) {
        static Settled of(Verdict verdict) {
            var freeze = verdict.freeze();
            return new Settled(
                    verdict.outcome(),
                    verdict.attemptsLeft(),
                    freeze == null ? null : new Freeze(freeze.kind(), freeze.until()));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Freeze(FreezeKind kind, @Nullable Instant until) {}

    private AttemptBodies() {}
}
