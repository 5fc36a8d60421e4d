package org.mobiletoken.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The clock of the business rules: UTC, in whole milliseconds, ahead of the system clock by the demonstration's offset. */
public class BusinessClock extends Clock {
    private final Clock system;
    private final DemoOffset offset;

    /** A clock without any offset, which ticks with {@code system}. */
    public BusinessClock(Clock system) {
        this(system, DemoOffset.NONE);
    }

    BusinessClock(Clock system, DemoOffset offset) {
        this.system = system;
        this.offset = offset;
    }

    /** How far this clock is ahead of the system clock; zero outside a demonstration. */
    public Duration offset() {
        return offset.now();
    }

    @Override
    public Instant instant() {
        return system.instant().truncatedTo(ChronoUnit.MILLIS).plus(offset());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Business instants carry no zone, so every zone gives this same clock. */
    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
