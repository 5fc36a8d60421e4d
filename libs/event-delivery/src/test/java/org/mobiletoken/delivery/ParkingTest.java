package org.mobiletoken.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiletoken.delivery.Eventually.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mobiletoken.delivery.Parking.Skipped;
import org.mobiletoken.testing.KafkaResource;
import org.mobiletoken.testing.PostgresResource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(ParcelTopics.class)
class ParkingTest extends ParcelEvents {
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

        UUID first = parked().eventId();
        UUID second = parking.events(Parcels.CONSUMER, key).getLast().eventId();
        assertThat(parking.skip(Parcels.CONSUMER, key, second, "not seen")).isEqualTo(Skipped.NOT_IN_FRONT);

        assertThat(parking.skip(Parcels.CONSUMER, key, first, "agreed with the depot"))
                .isEqualTo(Skipped.SKIPPED);
        parking.retry(Parcels.CONSUMER, key);

        assertThat(parcels.handled(key)).containsExactly(key + "/2");
        assertThat(parkedKeys()).doesNotContain(key);
        assertThat(parking.events(Parcels.CONSUMER, key)).isEmpty();
        assertThat(parking.skip(Parcels.CONSUMER, key, second, "again")).isEqualTo(Skipped.NOT_PARKED);
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

    private void failAlways(String json) {
        parcels.whenHandling(json, _ -> {
            throw new IllegalStateException("this one never works");
        });
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
}
