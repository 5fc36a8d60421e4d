package org.mobiletoken.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiletoken.delivery.Eventually.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.mobiletoken.testing.KafkaProbe;
import org.mobiletoken.testing.KafkaResource;
import org.mobiletoken.testing.PostgresResource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(ParcelTopics.class)
class InboxTest extends ParcelEvents {
    @Inject
    DataSource dataSource;

    @Inject
    MeterRegistry meters;

    @Test
    void a_redelivered_event_is_handled_once() {
        double duplicatesBefore = duplicates();
        UUID id = UUID.randomUUID();

        publish(id, "once");
        publish(id, "once");
        publish("then");

        await().until(() -> parcels.handled(key).contains("then"));
        assertThat(parcels.handled(key)).containsExactly("once", "then");
        assertThat(duplicates()).isEqualTo(duplicatesBefore + 1);
    }

    @Test
    void an_event_that_fails_for_a_moment_is_handled_after_all() {
        var tries = new AtomicInteger();
        parcels.whenHandling(key + "/1", _ -> {
            if (tries.incrementAndGet() < 4) {
                throw new IllegalStateException("not yet");
            }
        });

        publish(key + "/1");

        await().until(() -> parcels.handled(key), List.of(key + "/1")::equals);
        assertThat(parkedKeys()).doesNotContain(key);
    }

    @Test
    void losing_the_database_connection_neither_parks_nor_loses_an_event() {
        var cuts = new AtomicInteger();
        parcels.whenHandling(key + "/1", _ -> {
            if (cuts.incrementAndGet() <= 10) {
                cutOwnConnection();
            }
        });

        publish(key + "/1");
        publish(key + "/2");

        await().until(() -> parcels.handled(key).contains(key + "/2"));
        assertThat(parcels.handled(key)).containsExactly(key + "/1", key + "/2");
        assertThat(cuts).hasValueGreaterThan(10);
    }

    @Test
    void a_record_without_cloudevents_headers_goes_to_the_dead_letters_with_the_reason() {
        probe.publish(new ProducerRecord<>(ParcelTopics.EVENTS, key, "scribble".getBytes(UTF_8)));
        publish("legible");

        var letter = probe.await(ParcelTopics.DEAD_LETTERS, record -> key.equals(record.key()));
        assertThat(KafkaProbe.json(letter)).isEqualTo("scribble");
        assertThat(header(letter, "dead-letter-reason")).isEqualTo("ce_specversion is missing");
        assertThat(header(letter, "dead-letter-consumer")).isEqualTo(Parcels.CONSUMER);
        assertThat(header(letter, "dead-letter-topic")).isEqualTo(ParcelTopics.EVENTS);
        await().until(() -> parcels.handled(key), List.of("legible")::equals);
    }

    @Test
    void a_payload_that_the_handler_cannot_decode_goes_to_the_dead_letters() {
        parcels.whenHandling(key + "/1", _ -> {
            throw new UndecodableEvent("no JSON");
        });

        publish(key + "/1");
        publish(key + "/2");

        var letter = probe.await(ParcelTopics.DEAD_LETTERS, record -> key.equals(record.key()));
        assertThat(header(letter, "dead-letter-reason")).isEqualTo("no JSON");
        await().until(() -> parcels.handled(key), List.of(key + "/2")::equals);
    }

    @Test
    void events_of_one_partition_do_not_wait_for_a_slow_one_of_another() {
        String other = UUID.randomUUID().toString();
        var goesOn = new CountDownLatch(1);
        parcels.whenHandling(key + "/slow", _ -> goesOn.await());

        probe.publish(Records.event(ParcelTopics.EVENTS, 0, key, key + "/slow"));
        probe.publish(Records.event(ParcelTopics.EVENTS, 0, key, "next"));
        probe.publish(Records.event(ParcelTopics.EVENTS, 5, other, "free"));
        try {
            await().until(() -> parcels.handled(other), List.of("free")::equals);
            assertThat(parcels.handled(key)).isEmpty();
        } finally {
            goesOn.countDown();
        }

        await().until(() -> parcels.handled(key), List.of(key + "/slow", "next")::equals);
    }

    private void cutOwnConnection() throws Exception {
        try (var connection = dataSource.getConnection();
                var cut = connection.prepareStatement("select pg_terminate_backend(pg_backend_pid())")) {
            cut.execute();
        }
    }

    private double duplicates() {
        return meters.counter("inbox_duplicates", "consumer", Parcels.CONSUMER).count();
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
