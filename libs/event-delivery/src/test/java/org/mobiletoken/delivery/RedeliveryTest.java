package org.mobiletoken.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiletoken.delivery.Eventually.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.mobiletoken.testing.KafkaResource;
import org.mobiletoken.testing.PostgresResource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(ParcelTopics.class)
class RedeliveryTest extends ParcelEvents {
    @Inject
    Redelivery redelivery;

    @Test
    void what_took_effect_before_has_none_again() {
        UUID id = UUID.randomUUID();
        publish(id, key + "/1");
        await().until(() -> parcels.handled(key), List.of(key + "/1")::equals);

        assertThat(redelivery.redeliver(Parcels.CONSUMER, published())).isEqualTo(Redelivered.KNOWN);

        assertThat(parcels.handled(key)).containsExactly(key + "/1");
        assertThat(redelivery.known(Parcels.CONSUMER, List.of(id, UUID.randomUUID())))
                .containsExactly(id);
    }

    @Test
    void what_never_arrived_takes_effect() {
        assertThat(redelivery.redeliver(Parcels.CONSUMER, unknown("late"))).isEqualTo(Redelivered.HANDLED);

        assertThat(parcels.handled(key)).containsExactly("late");
    }

    @Test
    void what_fails_is_parked_and_what_follows_queues_behind_it() {
        parcels.whenHandling("broken", _ -> {
            throw new IllegalStateException("this one never works");
        });

        assertThat(redelivery.redeliver(Parcels.CONSUMER, unknown("broken"))).isEqualTo(Redelivered.PARKED);
        assertThat(redelivery.redeliver(Parcels.CONSUMER, unknown("next"))).isEqualTo(Redelivered.QUEUED);

        assertThat(parking.events(Parcels.CONSUMER, key)).hasSize(2);
        assertThat(parcels.handled(key)).isEmpty();
    }

    @Test
    void what_is_no_event_stays_one_and_goes_to_no_topic() {
        int letters = probe.records(ParcelTopics.DEAD_LETTERS).size();
        var scribble = new ConsumerRecord<>(ParcelTopics.EVENTS, 0, 7L, key, "scribble".getBytes(UTF_8));

        assertThat(redelivery.redeliver(Parcels.CONSUMER, scribble)).isEqualTo(Redelivered.UNDECODABLE);

        assertThat(redelivery.read(scribble)).isEmpty();
        assertThat(probe.records(ParcelTopics.DEAD_LETTERS)).hasSize(letters);
    }

    @Test
    void the_channel_of_each_consumer_is_known() {
        assertThat(redelivery.channels()).containsEntry(Parcels.CONSUMER, "parcel-events");
    }

    private ConsumerRecord<String, byte[]> published() {
        return probe.records(ParcelTopics.EVENTS, key).getLast();
    }

    private ConsumerRecord<String, byte[]> unknown(String json) {
        var record = new ConsumerRecord<>(ParcelTopics.EVENTS, 0, 1L, key, json.getBytes(UTF_8));
        CloudEvents.put(record.headers(), "ce_specversion", "1.0");
        CloudEvents.put(record.headers(), "ce_id", UUID.randomUUID().toString());
        CloudEvents.put(record.headers(), "ce_type", "parcel.Moved.v1");
        CloudEvents.put(record.headers(), "ce_source", "parcel-service");
        CloudEvents.put(record.headers(), "ce_time", "2026-01-01T00:00:00Z");
        return record;
    }
}
