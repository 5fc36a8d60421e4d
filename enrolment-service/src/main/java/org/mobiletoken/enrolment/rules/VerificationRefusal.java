package org.mobiletoken.enrolment.rules;

import java.time.Duration;
import java.time.Instant;

/** Why a proof was not accepted; only a wrong passcode under a right signature has cost the customer an attempt. */
public sealed interface VerificationRefusal {

    /** The proof, its key or its challenge is not good: which of them, the caller is not told. */
    record NotProven() implements VerificationRefusal {}

    record ChallengeUsed() implements VerificationRefusal {}

    record CoolingOff(Instant effectiveAt) implements VerificationRefusal {}

    record WrongPasscode(int attemptsLeft) implements VerificationRefusal {}

    record Frozen(Freeze freeze) implements VerificationRefusal {}

    record TooManyOpen(Duration retryAfter) implements VerificationRefusal {}

    /** No place was free to check a passcode, or its outcome could not be settled: nothing was accepted. */
    record Unavailable(Duration retryAfter) implements VerificationRefusal {}

    /** The proof was right, but meanwhile the token ended. */
    record TokenEnded() implements VerificationRefusal {}
}
