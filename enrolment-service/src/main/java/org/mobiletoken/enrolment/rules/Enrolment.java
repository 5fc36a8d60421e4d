package org.mobiletoken.enrolment.rules;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to enable the token in an app: identity, then code, then passcode, in that order and before it expires.
 *
 * <pre>
 * AwaitingIdentity → AwaitingCode → AwaitingPasscode → Completed
 *        └───────────────┴─────────────────┴────────→ Ended
 * </pre>
 */
public sealed interface Enrolment {

    Details details();

    /** What does not change while the enrolment goes on. */
    record Details(
            EnrolmentId id,
            String customerId,
            EnablingRequest request,
            List<Integer> hkidPositions,
            Instant openedAt,
            Instant expiresAt) {}

    /**
     * @param triesLeft tries not yet taken; one is taken before the directory is asked
     * @param wrong tries that the directory has answered with no
     */
    record AwaitingIdentity(Details details, int triesLeft, int wrong) implements Enrolment {}

    /** @param otpId the code that is out, or null where sending it has not succeeded yet */
    record AwaitingCode(Details details, @Nullable UUID otpId) implements Enrolment {}

    record AwaitingPasscode(Details details) implements Enrolment {}

    record Completed(Details details, TokenId token) implements Enrolment {}

    record Ended(Details details, EndReason reason) implements Enrolment {}

    /** Why an enrolment ended without a token. */
    enum EndReason {
        EXPIRED,
        IDENTITY_NOT_PROVEN,
        CODE_NOT_PROVEN,
        OVERTAKEN,
        TOKEN_DISABLED
    }

    /** This enrolment as it stands at an instant: open ones have ended once they expire. */
    default Enrolment at(Instant now) {
        return isOpen() && !now.isBefore(details().expiresAt()) ? new Ended(details(), EndReason.EXPIRED) : this;
    }

    default boolean isOpen() {
        return switch (this) {
            case AwaitingIdentity _, AwaitingCode _, AwaitingPasscode _ -> true;
            case Completed _, Ended _ -> false;
        };
    }
}
