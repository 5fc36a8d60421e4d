package org.mobiletoken.enrolment.rules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The customer's tokens are frozen, as lockout-service decided.
 *
 * @param until when it ends by itself; null where only the bank ends it
 */
public record Freeze(Kind kind, @Nullable Instant until) {

    /** How a freeze ends. */
    public enum Kind {
        TEMPORARY,
        PERMANENT
    }
}
