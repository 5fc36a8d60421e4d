package org.mobiletoken.events.lockout;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The customer can verify nothing in any app, until {@code until} or, without it, until unfrozen. */
public record TokenFrozen(
        String customerId,
        UUID freezeId,
        Kind kind,
        Instant frozenAt,
        @Nullable Instant until,
        long version) implements LockoutEvent {
    /** How long a freeze lasts. */
    public enum Kind {
        TEMPORARY,
        PERMANENT
    }
}
