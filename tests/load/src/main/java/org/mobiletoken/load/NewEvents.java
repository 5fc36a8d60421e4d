package org.mobiletoken.load;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic from now on, as soon as the broker gives something away, and belongs to no consumer group. */
final class NewEvents implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Consumer<ConsumerRecord<String, byte[]>> taker;
    private final Thread reader =
            Thread.ofPlatform().daemon().name("new-events").unstarted(this::read);
    private volatile boolean ending;

    /** @param taker is given each event on one thread */
    NewEvents(Platform platform, String topic, Consumer<ConsumerRecord<String, byte[]>> taker) {
        this.taker = taker;
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", platform.endpoints().kafka(), "enable.auto.commit", "false"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        reader.start();
    }

    static String header(ConsumerRecord<String, byte[]> event, String name) {
        return new String(event.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private void read() {
        while (!ending) {
            consumer.poll(POLL).forEach(taker);
        }
        consumer.close();
    }

    @Override
    public void close() {
        ending = true;
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
