package org.mobiletoken.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The settings of event delivery; every default is meant for production. */
@ConfigMapping(prefix = "mobile-token.delivery")
public interface DeliverySettings {

    Relay relay();

    Inbox inbox();

    Breaker breaker();

    Lag lag();

    /** Where records go that are no events. */
    @WithDefault("${quarkus.application.name}.dead-letters")
    String deadLetterTopic();

    /** The topics that this service writes to. */
    Optional<List<String>> publishes();

    /** Whether the service refuses to start where the broker lacks a topic that it reads or writes; on in production. */
    @WithDefault("false")
    boolean checkTopics();

    /** How often the gauges look at the tables. */
    @WithDefault("5s")
    Duration gaugeEvery();

    /** Publishing what is in the outbox. */
    interface Relay {
        /** Whether this process publishes at all. */
        @WithDefault("true")
        boolean enabled();

        /** How many relays share the keys, 1 to 64; each holds one database connection. To change it, stop all replicas first. */
        @WithDefault("2")
        int shards();

        /** How many events are sent before their acknowledgements are awaited. */
        @WithDefault("500")
        int batch();

        /** How long an event waits at most that no commit of this process announced. */
        @WithDefault("100ms")
        Duration pollEvery();

        /** How long after a reading of the outbox the next one begins at the earliest, so that a busy relay reads several commits together. */
        @WithDefault("10ms")
        Duration readingsApart();

        /** How often a process without a shard asks for it. */
        @WithDefault("1s")
        Duration takeOverEvery();

        /** The longest pause after failures; the first is a hundredth of it. */
        @WithDefault("5s")
        Duration backOffAtMost();
    }

    /** Handling what arrives. */
    interface Inbox {
        /** How many times a failing event is tried before its key is parked. */
        @WithDefault("4")
        int attempts();

        /** The pause after the first failure; it doubles with each one. */
        @WithDefault("100ms")
        Duration firstPause();

        /** The longest pause while the database is away. */
        @WithDefault("5s")
        Duration backOffAtMost();

        /** How long a received event is remembered; must exceed the time for which it may be delivered again. */
        @WithDefault("90d")
        Duration retention();

        /** How often older ones are deleted. */
        @WithDefault("1h")
        Duration purgeEvery();
    }

    /** When a consumer is halted because of what it is sent. */
    interface Breaker {
        /** So many records in a row that cannot be decoded are too many. */
        @WithDefault("1000")
        int inARow();

        /** More than this share of the last records is too many. */
        @WithDefault("0.01")
        double share();

        /** How many are the last records; the share is not judged before so many have been read. */
        @WithDefault("10000")
        int among();
    }

    /** How far consumers are behind. */
    interface Lag {
        /** How often this process looks at the partitions that it reads. */
        @WithDefault("1m")
        Duration lookEvery();

        /** The part of a topic's retention that the oldest unread event may have lived through before there is a warning. */
        @WithDefault("0.5")
        double warnAt();
    }
}
