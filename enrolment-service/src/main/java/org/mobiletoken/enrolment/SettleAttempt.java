package org.mobiletoken.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.mobiletoken.enrolment.neighbours.Lockout;
import org.mobiletoken.enrolment.rules.VerificationRefusal;

/** A passcode was right only once lockout-service has heard so in time; otherwise nothing was verified. */
@ApplicationScoped
class SettleAttempt {
    private static final Duration TRY_AGAIN = Duration.ofSeconds(1);

    private final Lockout lockout;
    private final Duration settleWithin;

    SettleAttempt(Lockout lockout, VerificationSettings settings) {
        this.lockout = lockout;
        this.settleWithin = settings.settleWithin();
    }

    /** Settles the attempt; nothing is returned only if it was settled as right. */
    Optional<VerificationRefusal> settle(UUID attemptId, String customerId, boolean right, long reservedAtNanos) {
        Duration left = settleWithin.minusNanos(System.nanoTime() - reservedAtNanos);
        try {
            return switch (lockout.settle(attemptId, customerId, right, left)) {
                case Lockout.Settled _ when right -> Optional.empty();
                case Lockout.Settled(int attemptsLeft, var freeze) ->
                    Optional.of(
                            freeze == null
                                    ? new VerificationRefusal.WrongPasscode(attemptsLeft)
                                    : new VerificationRefusal.Frozen(freeze));
                case Lockout.SettledOtherwise _ -> Optional.of(new VerificationRefusal.Unavailable(TRY_AGAIN));
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(new VerificationRefusal.Unavailable(TRY_AGAIN));
        }
    }
}
