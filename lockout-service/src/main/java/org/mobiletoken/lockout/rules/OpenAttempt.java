package org.mobiletoken.lockout.rules;

import java.time.Instant;

/** A reserved attempt that nobody has settled; from its deadline on it is abandoned. */
public record OpenAttempt(AttemptId id, Instant deadline) {

    boolean isDue(Instant now) {
        return !now.isBefore(deadline);
    }
}
