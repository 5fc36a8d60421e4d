package org.mobiletoken.testing;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/** Publishes events as another service would, and reads whole topics without belonging to any consumer group. */
public final class KafkaProbe implements AutoCloseable {
    private static final Duration WAIT = Duration.ofSeconds(20);

    private final String servers;
    private final KafkaProducer<String, byte[]> producer;

    private KafkaProbe(String servers) {
        this.servers = servers;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers, "acks", "all", "linger.ms", 0),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** A probe of the broker of {@link KafkaResource}. */
    public static KafkaProbe open() {
        return new KafkaProbe(KafkaResource.bootstrapServers());
    }

    /** A probe of any broker. */
    public static KafkaProbe open(String bootstrapServers) {
        return new KafkaProbe(bootstrapServers);
    }

    /** Publishes an event with CloudEvents headers and returns once the broker has it. */
    public void publish(String topic, String key, UUID id, String type, String source, String json) {
        var record = new ProducerRecord<>(topic, key, json.getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        id.toString(),
                        "ce_type",
                        type,
                        "ce_source",
                        source,
                        "ce_time",
                        Clock.tickMillis(ZoneOffset.UTC).instant().toString(),
                        "content-type",
                        "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        publish(record);
    }

    /** Publishes any record, a malformed one too, and returns once the broker has it. */
    public void publish(ProducerRecord<String, byte[]> record) {
        producer.send(record);
        producer.flush();
    }

    /** Everything in a topic up to now. */
    public List<ConsumerRecord<String, byte[]>> records(String topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            var all = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(all::add);
            }
            return all;
        }
    }

    /** Everything in a topic up to now with this key. */
    public List<ConsumerRecord<String, byte[]>> records(String topic, String key) {
        return records(topic).stream()
                .filter(record -> key.equals(record.key()))
                .toList();
    }

    /** The first record that fits, waited for up to 20 seconds. */
    public ConsumerRecord<String, byte[]> await(String topic, Predicate<ConsumerRecord<String, byte[]>> fits) {
        return Awaitility.await("a record in " + topic)
                .atMost(WAIT)
                .until(() -> records(topic).stream().filter(fits).toList(), found -> !found.isEmpty())
                .getFirst();
    }

    /** The first event of this CloudEvents type with this key, waited for up to 20 seconds. */
    public ConsumerRecord<String, byte[]> await(String topic, String key, String type) {
        return await(topic, record -> key.equals(record.key()) && type.equals(type(record)));
    }

    /** The CloudEvents type of a record, or an empty text. */
    public static String type(ConsumerRecord<String, byte[]> record) {
        var header = record.headers().lastHeader("ce_type");
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** The payload of a record as text. */
    public static String json(ConsumerRecord<String, byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
