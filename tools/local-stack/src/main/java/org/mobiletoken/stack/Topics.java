package org.mobiletoken.stack;

import java.util.List;
import java.util.stream.Stream;

/** Every topic of the platform: five for business events, and the dead letters of each service. */
public final class Topics {
    public static final int PARTITIONS = 6;

    public static final List<String> EVENTS = Stream.of("enrolment", "verification", "sync", "lockout", "notification")
            .map(owner -> "mobile-token." + owner + ".v1")
            .toList();

    public static final List<String> DEAD_LETTERS = Stream.of("enrolment", "sync", "lockout", "notification")
            .map(service -> "mobile-token." + service + ".dead-letters.v1")
            .toList();

    public static final List<String> ALL =
            Stream.concat(EVENTS.stream(), DEAD_LETTERS.stream()).toList();

    private Topics() {}
}
