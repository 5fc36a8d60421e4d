package org.mobiletoken.testing;

import io.quarkus.arc.Unremovable;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.clock.BusinessClock;

/** The business clock of tests: it follows the system's until a test moves it or lets it stand still, and is put back before every test. */
@Alternative
@Priority(1)
@Singleton
@Unremovable
public class MovableClock extends BusinessClock {
    private volatile Duration offset = Duration.ZERO;
    private volatile @Nullable Instant standing;

    public MovableClock() {
        super(Clock.systemUTC());
    }

    /** Moves on by {@code duration}, whether the clock runs or stands. */
    public synchronized void advance(Duration duration) {
        if (standing == null) {
            offset = offset.plus(duration);
        } else {
            standing = standing.plus(duration);
        }
    }

    /** Shows exactly {@code instant} until it is moved again. */
    public synchronized void standStillAt(Instant instant) {
        standing = instant.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Follows the system clock again. */
    public synchronized void reset() {
        standing = null;
        offset = Duration.ZERO;
    }

    @Override
    public synchronized Instant instant() {
        Instant still = standing;
        return still == null ? super.instant() : still;
    }

    /** How far this clock is ahead of the system clock, for what reads another clock and adds it. */
    @Override
    public synchronized Duration offset() {
        Instant still = standing;
        return still == null ? offset : Duration.between(Clock.systemUTC().instant(), still);
    }
}
