package org.mobiletoken.stack;

import java.time.Duration;
import java.util.List;
import java.util.Map;
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

    private static final Duration VERIFICATIONS_KEPT = Duration.ofDays(7);
    private static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(90);

    private Topics() {}

    /** How long a topic is kept, as Kafka is told; business events for good, so that every projection can be built anew. */
    static Map<String, String> settings(String topic) {
        if (topic.equals("mobile-token.verification.v1")) {
            return Map.of("retention.ms", Long.toString(VERIFICATIONS_KEPT.toMillis()));
        }
        return DEAD_LETTERS.contains(topic)
                ? Map.of("retention.ms", Long.toString(DEAD_LETTERS_KEPT.toMillis()))
                : Map.of("retention.ms", "-1");
    }
}
