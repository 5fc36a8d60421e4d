package org.mobiletoken.enrolment.rules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A freeze as it was last heard of, for display only.
 *
 * @param until when it ends by itself; null while only the bank ends it
 */
public record DisplayedFreeze(@Nullable Instant until) {

    public boolean lastsAt(Instant now) {
        return until == null || now.isBefore(until);
    }
}
