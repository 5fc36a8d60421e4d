package org.mobiletoken.bank;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Every event published on the platform's topics since this log was opened; a record that is no event is passed over. */
public final class EventLog implements AutoCloseable {
    private static final List<String> TOPICS = List.of(
            "mobile-token.enrolment.v1",
            "mobile-token.verification.v1",
            "mobile-token.sync.v1",
            "mobile-token.lockout.v1",
            "mobile-token.notification.v1");
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<Event> seen = new CopyOnWriteArrayList<>();
    private final Thread reader;
    private volatile boolean open = true;

    public EventLog(Endpoints endpoints) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        endpoints.kafka(),
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : TOPICS) {
            consumer.partitionsFor(topic)
                    .forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition())));
        }
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        reader = Thread.ofPlatform().daemon().name("event-log").start(this::read);
    }

    /** An event: the name is the short one, e.g. TokenEnabled. */
    public record Event(String name, String customerId, JsonNode data) {}

    /** How many events were seen up to now: a place to wait from. */
    public int position() {
        return seen.size();
    }

    public List<Event> since(int position) {
        return List.copyOf(seen.subList(position, seen.size()));
    }

    /** The first event of this name about this customer after the position. */
    public Event await(String name, String customerId, int position) {
        return await(name, customerId, position, data -> true);
    }

    public Event await(String name, String customerId, int position, Predicate<JsonNode> wanted) {
        return Waiting.until(
                "No event " + name + " was published",
                PATIENCE,
                () -> since(position).stream()
                        .filter(event ->
                                event.name().equals(name) && event.customerId().equals(customerId))
                        .filter(event -> wanted.test(event.data()))
                        .findFirst());
    }

    @Override
    public void close() {
        open = false;
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        consumer.close();
    }

    private void read() {
        while (open) {
            consumer.poll(POLL).forEach(message -> event(message).ifPresent(seen::add));
        }
    }

    private static Optional<Event> event(ConsumerRecord<String, byte[]> message) {
        Header type = message.headers().lastHeader("ce_type");
        String[] parts = type == null ? new String[0] : new String(type.value(), StandardCharsets.UTF_8).split("\\.");
        if (parts.length < 2) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Event(parts[parts.length - 2], message.key(), Api.JSON.readTree(message.value())));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
