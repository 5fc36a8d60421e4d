package org.mobiletoken.operations.rules;

import java.time.Duration;
import java.util.Optional;

/** How fast a replay goes and when it will be done. */
public record Pace(int eventsPerSecond) {
    private static final long NANOS = 1_000_000_000L;

    /** How long to wait before the next event, after so many in so long. */
    public Duration pauseAfter(long events, Duration elapsed) {
        Duration owed = Duration.ofNanos(events * NANOS / eventsPerSecond).minus(elapsed);
        return owed.isNegative() ? Duration.ZERO : owed;
    }

    /** How long the rest takes at the speed so far; nothing can be said before the first event. */
    public static Optional<Duration> timeLeft(long done, long total, Duration elapsed) {
        return done == 0
                ? Optional.empty()
                : Optional.of(elapsed.multipliedBy(total - done).dividedBy(done));
    }
}
