package org.mobiletoken.operations.http;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How event delivery stands in one service. */
public record StatusView(
        String service,
        long outboxEvents,
        double outboxOldestSeconds,
        long parkedKeys,
        long parkedEvents,
        String deadLetterTopic,
        long deadLetters,
        int halts,
        List<ConsumerView> consumers) {

    /** A consumer with what it reads and the group by which Kafka knows it. */
    public record ConsumerView(String name, String topic, String group) {}

    /** An entry of the ledger. */
    public record EntryView(
            long id,
            Instant at,
            String actor,
            String name,
            String action,
            String subject,
            @Nullable String reason,
            @Nullable String ticket,
            String outcome) {}
}
