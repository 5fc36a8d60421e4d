package org.mobiletoken.notification.rules;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A number that was changed a short while ago receives no code: whoever changed it may not be the customer. */
public record DestinationPolicy(Duration quietAfterChange) {

    /** {@code changedAt} is null for a number that was never changed. */
    public boolean mayReceiveCodes(@Nullable Instant changedAt, Instant now) {
        return changedAt == null || !now.isBefore(changedAt.plus(quietAfterChange));
    }
}
