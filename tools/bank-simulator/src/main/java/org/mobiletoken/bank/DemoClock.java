package org.mobiletoken.bank;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

/** The platform's business clock in a demonstration; it can be advanced, and phones go by it. */
public final class DemoClock extends Clock {
    private static final Duration REREAD_BY_SERVICES = Duration.ofMillis(300);

    private final Endpoints endpoints;
    private final ZoneId zone;
    private volatile Duration offset;

    public DemoClock(Endpoints endpoints) {
        this(endpoints, ZoneOffset.UTC, readOffset(endpoints));
    }

    private DemoClock(Endpoints endpoints, ZoneId zone, Duration offset) {
        this.endpoints = endpoints;
        this.zone = zone;
        this.offset = offset;
    }

    /** Returns once every service goes by the new time. */
    public void advance(Duration duration) {
        Duration target = readOffset(endpoints).plus(duration);
        Api.open()
                .put(endpoints.bank(), "/clock", Map.of("offset", target.toString()))
                .expect(200);
        offset = target;
        try {
            Thread.sleep(REREAD_BY_SERVICES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How far the platform is ahead of the real time. */
    public Duration ahead() {
        return offset;
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new DemoClock(endpoints, other, offset);
    }

    private static Duration readOffset(Endpoints endpoints) {
        return Duration.parse(
                Api.open().get(endpoints.bank(), "/clock").expect(200).text("offset"));
    }
}
