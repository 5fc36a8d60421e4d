package org.mobiletoken.notification.rules;

import java.time.Duration;
import java.time.Instant;

/** How many codes may be sent in each period; periods begin at fixed instants, so that all replicas count in the same one. */
public record Budget(long codes, Duration period) {

    /** The beginning of the period that {@code now} is in. */
    public Instant periodOf(Instant now) {
        return Instant.ofEpochMilli(Math.floorDiv(now.toEpochMilli(), period.toMillis()) * period.toMillis());
    }

    /** When the next period begins. */
    public Instant freeAgainAt(Instant now) {
        return periodOf(now).plus(period);
    }
}
