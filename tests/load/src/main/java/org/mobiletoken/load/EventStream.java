package org.mobiletoken.load;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads a topic from now on as a consumer would: how old events are when they arrive, and whether those of the writers of
 * {@link BulkEvents} arrive in order and whole.
 */
final class EventStream implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int SIGNIFICANT_DIGITS = 3;
    private static final String VERSION = "\"version\":";

    private final KafkaConsumer<String, byte[]> consumer;
    private final Thread reader =
            Thread.ofPlatform().daemon().name("event-stream").unstarted(this::read);
    private final Map<String, Long> versions = new HashMap<>();
    private final InstantSource clock = InstantSource.system();
    private volatile Histogram ages = new ConcurrentHistogram(SIGNIFICANT_DIGITS);
    private volatile boolean ending;
    private final AtomicLong bulk = new AtomicLong();
    private final AtomicLong doubled = new AtomicLong();
    private final AtomicLong outOfOrder = new AtomicLong();

    EventStream(Platform platform, String topic) {
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

    /** How old the single events were, in milliseconds, since this was called last. */
    Histogram takeAges() {
        Histogram taken = ages;
        ages = new ConcurrentHistogram(SIGNIFICANT_DIGITS);
        return taken;
    }

    long single() {
        return ages.getTotalCount();
    }

    /** How many events of the writers have arrived, each counted once. */
    long bulk() {
        return bulk.get();
    }

    long doubled() {
        return doubled.get();
    }

    /** How many arrived while an earlier one of their key had not. */
    long outOfOrder() {
        return outOfOrder.get();
    }

    private void read() {
        while (!ending) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                if (record.key().startsWith(BulkEvents.KEY)) {
                    follow(record);
                } else {
                    ages.recordValue(Math.max(0, clock.millis() - timeOf(record).toEpochMilli()));
                }
            }
        }
        consumer.close();
    }

    private void follow(ConsumerRecord<String, byte[]> record) {
        long version = versionIn(new String(record.value(), StandardCharsets.UTF_8));
        long last = versions.getOrDefault(record.key(), 0L);
        if (version <= last) {
            doubled.incrementAndGet();
        } else {
            if (version > last + 1) {
                outOfOrder.incrementAndGet();
            }
            versions.put(record.key(), version);
            bulk.incrementAndGet();
        }
    }

    private static long versionIn(String json) {
        int begin = json.lastIndexOf(VERSION) + VERSION.length();
        return Long.parseLong(json.substring(begin, json.length() - 1).strip());
    }

    private static Instant timeOf(ConsumerRecord<String, byte[]> record) {
        return Instant.parse(new String(record.headers().lastHeader("ce_time").value(), StandardCharsets.UTF_8));
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
