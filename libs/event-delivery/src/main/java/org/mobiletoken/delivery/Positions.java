package org.mobiletoken.delivery;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Where each partition of this process goes on. A consumer whose next events were deleted before it read them would be
 * moved to the oldest one left without a word: it is halted instead, before it handles that one.
 */
@ApplicationScoped
@Default
@Identifier(Positions.LISTENER)
class Positions implements KafkaConsumerRebalanceListener {
    static final String LISTENER = "event-delivery-positions";
    private static final Logger LOG = Logger.getLogger(Positions.class);

    private final Map<TopicPartition, Long> next = new ConcurrentHashMap<>();
    private final Map<TopicPartition, String> groups = new ConcurrentHashMap<>();
    private final InboxTable inbox;
    private final BrokerLogs logs;
    private final Halts halts;
    private final Stopping stopping;
    private final DeliveryMetrics metrics;
    private final DeliverySettings.Inbox settings;

    Positions(
            InboxTable inbox,
            BrokerLogs logs,
            Halts halts,
            Stopping stopping,
            DeliveryMetrics metrics,
            DeliverySettings settings) {
        this.inbox = inbox;
        this.logs = logs;
        this.halts = halts;
        this.stopping = stopping;
        this.metrics = metrics;
        this.settings = settings.inbox();
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        String group = consumer.groupMetadata().groupId();
        partitions.forEach(partition -> groups.put(partition, group));
        try {
            consumer.committed(new HashSet<>(partitions)).forEach((partition, offset) -> {
                if (offset != null) {
                    next.put(partition, offset.offset());
                }
            });
        } catch (KafkaException e) {
            LOG.warnf("Whether events of %s were lost can only be told by the inbox: %s", partitions, e);
        }
    }

    @Override
    public void onPartitionsRevoked(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> {
            groups.remove(partition);
            next.remove(partition);
        });
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        onPartitionsRevoked(consumer, partitions);
    }

    /** The partitions that this process reads now, by group. */
    Map<String, List<TopicPartition>> byGroup() {
        return groups.keySet().stream().collect(Collectors.groupingBy(partition -> groups.getOrDefault(partition, "")));
    }

    /** Halts the consumer if events between the last one and this one are no longer there. */
    void arriving(String consumer, ConsumerRecord<String, byte[]> record) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        long expected = expected(consumer, partition, record.offset());
        if (record.offset() <= expected) {
            return;
        }
        // a gap alone says nothing: the broker's own marks of transactions take places too
        long oldest = patiently(
                () -> logs.offsets(Set.of(partition), OffsetSpec.earliest()).get(partition));
        if (oldest > expected) {
            long lost = oldest - expected;
            metrics.lost(consumer).increment(lost);
            halts.halt(
                    consumer,
                    lost + " events of " + partition + " (offsets " + expected + " to " + (oldest - 1)
                            + ") were deleted before they were read. Rebuild what depends on them, then lift the halt.");
        }
    }

    /** Where nothing was ever committed, the inbox knows where the consumer stood; a new consumer begins with this record. */
    private long expected(String consumer, TopicPartition partition, long offset) {
        Long known = next.get(partition);
        if (known == null) {
            known = patiently(() -> inbox.last(consumer, partition))
                    .map(last -> last + 1)
                    .orElse(offset);
            next.put(partition, known);
        }
        return known;
    }

    private <T> T patiently(Callable<T> question) {
        for (int failures = 1; ; failures++) {
            try {
                return question.call();
            } catch (Exception e) {
                LOG.warnf("Whether events were lost cannot be told yet: %s", Failures.describe(e));
                stopping.pause(BackOff.after(failures, settings.firstPause(), settings.backOffAtMost()));
            }
        }
    }

    void done(ConsumerRecord<String, byte[]> record) {
        next.computeIfPresent(new TopicPartition(record.topic(), record.partition()), (_, _) -> record.offset() + 1);
    }
}
