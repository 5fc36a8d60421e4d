package org.mobiletoken.operations.kafka;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.mobiletoken.operations.rules.Range;

/** Reads ranges of topics as they are, in no group and committing nothing, so that no consumer is moved by it. */
@ApplicationScoped
public class TopicReader {
    private static final int ANSWERS_WITHIN_MILLIS = 10_000;
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int SILENT_POLLS_AT_MOST = 50;

    /** Sees the records of one partition in order. */
    public interface Visitor {
        /** Says no to read no further. */
        boolean visit(int partition, List<ConsumerRecord<String, byte[]>> records);
    }

    private final Map<String, Object> broker;

    TopicReader(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.broker = broker;
    }

    /** What the broker holds of each partition, in the order of their numbers; nothing if it knows no such topic. */
    public List<Range> held(String topic) {
        return ask(consumer -> {
            List<TopicPartition> partitions = partitions(consumer, topic);
            Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions);
            Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
            return partitions.stream()
                    .map(each -> new Range(each.partition(), first.getOrDefault(each, 0L), end.getOrDefault(each, 0L)))
                    .toList();
        });
    }

    /** Leaves out of the front of each range what was published before a time. */
    public List<Range> since(String topic, List<Range> ranges, Instant time) {
        Map<TopicPartition, Long> times = ranges.stream()
                .collect(Collectors.toMap(
                        range -> new TopicPartition(topic, range.partition()), _ -> time.toEpochMilli()));
        return ask(consumer -> {
            Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(times);
            return ranges.stream()
                    .map(range -> {
                        OffsetAndTimestamp first = found.get(new TopicPartition(topic, range.partition()));
                        long from = first == null ? range.to() : Math.max(range.from(), first.offset());
                        return new Range(range.partition(), Math.min(from, range.to()), range.to());
                    })
                    .toList();
        });
    }

    /** Shows every record of the ranges, each partition in order; returns when all are read or the visitor says no. */
    public void read(String topic, List<Range> ranges, Visitor visitor) {
        Map<TopicPartition, Range> open = new HashMap<>();
        ranges.stream()
                .filter(range -> !range.holdsNothing())
                .forEach(range -> open.put(new TopicPartition(topic, range.partition()), range));
        ask(consumer -> {
            consumer.assign(open.keySet());
            open.forEach((partition, range) -> consumer.seek(partition, range.from()));
            readOpen(consumer, open, visitor);
            return open;
        });
    }

    private static void readOpen(Consumer<String, byte[]> consumer, Map<TopicPartition, Range> open, Visitor visitor) {
        int silent = 0;
        while (!open.isEmpty()) {
            ConsumerRecords<String, byte[]> polled = consumer.poll(POLL);
            for (TopicPartition partition : polled.partitions()) {
                if (!show(polled.records(partition), partition, open, visitor)) {
                    return;
                }
            }
            boolean moved = closeRead(consumer, open) || !polled.isEmpty();
            silent = moved ? 0 : silent + 1;
            if (silent > SILENT_POLLS_AT_MOST) {
                throw new BrokerAway();
            }
        }
    }

    private static boolean show(
            List<ConsumerRecord<String, byte[]>> records,
            TopicPartition partition,
            Map<TopicPartition, Range> open,
            Visitor visitor) {
        Range range = open.get(partition);
        if (range == null) {
            return true;
        }
        List<ConsumerRecord<String, byte[]>> within =
                records.stream().filter(record -> record.offset() < range.to()).toList();
        return within.isEmpty() || visitor.visit(partition.partition(), within);
    }

    /** A partition is read once the consumer stands at its end, which a deleted or compacted record does not prevent. */
    private static boolean closeRead(Consumer<String, byte[]> consumer, Map<TopicPartition, Range> open) {
        Set<TopicPartition> read = new HashSet<>();
        open.forEach((partition, range) -> {
            if (consumer.position(partition) >= range.to()) {
                read.add(partition);
            }
        });
        consumer.pause(read);
        return open.keySet().removeAll(read);
    }

    private static List<TopicPartition> partitions(Consumer<String, byte[]> consumer, String topic) {
        if (!consumer.listTopics().containsKey(topic)) {
            return List.of();
        }
        List<TopicPartition> partitions = new ArrayList<>();
        consumer.partitionsFor(topic).forEach(each -> partitions.add(new TopicPartition(topic, each.partition())));
        partitions.sort(Comparator.comparingInt(TopicPartition::partition));
        return partitions;
    }

    private <T> T ask(Function<Consumer<String, byte[]>, T> question) {
        Map<String, Object> config = new HashMap<>(broker);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWERS_WITHIN_MILLIS);
        config.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWERS_WITHIN_MILLIS);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        try (Consumer<String, byte[]> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            return question.apply(consumer);
        } catch (InvalidOffsetException e) {
            throw new RangeGone(e);
        } catch (KafkaException e) {
            throw new BrokerAway(e);
        }
    }
}
