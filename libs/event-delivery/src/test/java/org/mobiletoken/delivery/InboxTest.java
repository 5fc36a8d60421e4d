package org.mobiletoken.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mobiletoken.delivery.Eventually.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mobiletoken.testing.KafkaProbe;
import org.mobiletoken.testing.KafkaResource;
import org.mobiletoken.testing.PostgresResource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(ParcelTopics.class)
class InboxTest {
    @Inject
    Parcels parcels;

    @Inject
    Parking parking;

    @Inject
    DataSource dataSource;

    @Inject
    MeterRegistry meters;

    private final String key = UUID.randomUUID().toString();
    private KafkaProbe probe;

    @BeforeEach
    void open() {
        probe = KafkaProbe.open();
    }

    @AfterEach
    void close() {
        probe.close();
    }

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
    void a_failing_event_parks_its_key_and_later_ones_queue_behind_while_other_keys_go_on() {
        String other = UUID.randomUUID().toString();
        failAlways(key + "/1");

        publish(key + "/1");
        publish(key + "/2");
        publish(key + "/3");
        probe.publish(ParcelTopics.EVENTS, other, UUID.randomUUID(), "parcel.Moved.v1", "parcel-service", "free");

        await().until(() -> parcels.handled(other), List.of("free")::equals);
        await().until(() -> waiting() == 3);
        assertThat(parcels.handled(key)).isEmpty();
        assertThat(parked().reason().orElseThrow()).startsWith("java.lang.IllegalStateException at ");
    }

    @Test
    void retrying_a_key_drains_it_in_order_and_frees_it() {
        failAlways(key + "/1");
        List.of("/1", "/2", "/3").forEach(each -> publish(key + each));
        await().until(() -> waiting() == 3);
        parcels.recover(key + "/1");

        int handled = parking.retry(Parcels.CONSUMER, key);
        publish(key + "/4");

        assertThat(handled).isEqualTo(3);
        await().until(() -> parcels.handled(key).size() == 4);
        assertThat(parcels.handled(key)).containsExactly(key + "/1", key + "/2", key + "/3", key + "/4");
        assertThat(parkedKeys()).doesNotContain(key);
    }

    @Test
    void a_retry_that_fails_again_leaves_the_rest_of_the_key_waiting() {
        failAlways(key + "/1");
        failAlways(key + "/2");
        List.of("/1", "/2", "/3").forEach(each -> publish(key + each));
        await().until(() -> waiting() == 3);
        parcels.recover(key + "/1");

        assertThat(parking.retry(Parcels.CONSUMER, key)).isEqualTo(1);

        assertThat(waiting()).isEqualTo(2);
        assertThat(parcels.handled(key)).containsExactly(key + "/1");
        assertThat(parked().reason()).isPresent();
    }

    @Test
    void a_skipped_event_no_longer_blocks_those_behind_it() {
        failAlways(key + "/1");
        List.of("/1", "/2").forEach(each -> publish(key + each));
        await().until(() -> waiting() == 2);

        parking.skip(Parcels.CONSUMER, key, "agreed with the depot");
        parking.retry(Parcels.CONSUMER, key);

        assertThat(parcels.handled(key)).containsExactly(key + "/2");
        assertThat(parkedKeys()).doesNotContain(key);
        assertThatThrownBy(() -> parking.skip(Parcels.CONSUMER, key, "again"))
                .isInstanceOf(java.util.NoSuchElementException.class);
    }

    @Test
    void an_event_parked_once_is_not_parked_again_when_redelivered() {
        UUID id = UUID.randomUUID();
        failAlways(key + "/1");

        publish(id, key + "/1");
        publish(id, key + "/1");
        publish(key + "/2");

        await().until(() -> waiting() == 2);
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

    private void failAlways(String json) {
        parcels.whenHandling(json, _ -> {
            throw new IllegalStateException("this one never works");
        });
    }

    private void publish(String json) {
        publish(UUID.randomUUID(), json);
    }

    private void publish(UUID id, String json) {
        probe.publish(ParcelTopics.EVENTS, key, id, "parcel.Moved.v1", "parcel-service", json);
    }

    private void cutOwnConnection() throws Exception {
        try (var connection = dataSource.getConnection();
                var cut = connection.prepareStatement("select pg_terminate_backend(pg_backend_pid())")) {
            cut.execute();
        }
    }

    private List<String> parkedKeys() {
        return parking.list().stream().map(ParkedKey::key).toList();
    }

    private ParkedKey parked() {
        return parking.list().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private int waiting() {
        return parking.list().stream()
                .filter(each -> each.key().equals(key))
                .mapToInt(ParkedKey::waiting)
                .sum();
    }

    private double duplicates() {
        return meters.counter("inbox_duplicates", "consumer", Parcels.CONSUMER).count();
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
