package org.mobiletoken.load;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** One record after the other, from being handed to a producer that waits for all replicas and for no company to being in a consumer's hands. */
final class RawKafka {
    private static final String TOPIC = "bench.latency";
    private static final int BYTES = 300;
    private static final long PATIENCE_SECONDS = 10;
    private static final double NANOS_PER_MILLI = 1e6;

    private RawKafka() {}

    /** By the name of the percentile, in milliseconds. */
    static Map<String, Double> latency(Platform platform, Duration time) {
        String servers = platform.endpoints().kafka();
        createTopic(servers);
        var arrived = new SynchronousQueue<Long>();
        var latencies = new Histogram(3);
        try (var events = new NewEvents(platform, TOPIC, _ -> handOver(arrived));
                var producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", servers, "acks", "all", "linger.ms", 0),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            once(producer, arrived);
            long end = System.nanoTime() + time.toNanos();
            while (System.nanoTime() < end) {
                latencies.recordValue(once(producer, arrived));
            }
        }
        Map<String, Double> percentiles = new LinkedHashMap<>();
        percentiles.put("p50", latencies.getValueAtPercentile(50) / NANOS_PER_MILLI);
        percentiles.put("p99", latencies.getValueAtPercentile(99) / NANOS_PER_MILLI);
        return percentiles;
    }

    private static long once(KafkaProducer<String, byte[]> producer, SynchronousQueue<Long> arrived) {
        long sent = System.nanoTime();
        producer.send(new ProducerRecord<>(TOPIC, "key", new byte[BYTES]));
        try {
            Long at = arrived.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (at == null) {
                throw new IllegalStateException("A record has not arrived");
            }
            return at - sent;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private static void handOver(SynchronousQueue<Long> arrived) {
        try {
            arrived.put(System.nanoTime());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void createTopic(String servers) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("The topic could not be created", e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
