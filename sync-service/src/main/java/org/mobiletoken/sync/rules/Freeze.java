package org.mobiletoken.sync.rules;

import java.time.Instant;

/** Whether a customer's tokens are known to be frozen; for display only, since another service decides. */
public sealed interface Freeze {
    record None() implements Freeze {}

    record Until(Instant end) implements Freeze {}

    record Permanent() implements Freeze {}

    /** Frozen as long as the end has not been reached; at the very instant of the end no more. */
    default boolean isFrozenAt(Instant now) {
        return switch (this) {
            case None() -> false;
            case Until(Instant end) -> now.isBefore(end);
            case Permanent() -> true;
        };
    }
}
