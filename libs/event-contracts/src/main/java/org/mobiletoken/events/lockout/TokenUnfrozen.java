package org.mobiletoken.events.lockout;

import java.time.Instant;
import java.util.UUID;

/** A freeze is over. */
public record TokenUnfrozen(String customerId, UUID freezeId, Reason reason, Instant at, long version)
        implements LockoutEvent {
    /** What ended the freeze. */
    public enum Reason {
        EXPIRED,
        BRANCH,
        E_TOKEN
    }
}
