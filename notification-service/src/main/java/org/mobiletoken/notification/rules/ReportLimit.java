package org.mobiletoken.notification.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** At most so many reports within any such time. */
public record ReportLimit(int most, Duration within) {

    /** Reports received at this time or before count no more. */
    public Instant since(Instant now) {
        return now.minus(within);
    }

    /**
     * When the next report may come, empty for now.
     *
     * @param lastThatFits when the newest report but {@code most - 1} was received; null if there are not so many
     */
    public Optional<Instant> freeAgainAt(@Nullable Instant lastThatFits, Instant now) {
        return Optional.ofNullable(lastThatFits)
                .map(received -> received.plus(within))
                .filter(free -> free.isAfter(now));
    }
}
