package org.mobiletoken.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiletoken.delivery.Eventually.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mobiletoken.testing.KafkaResource;
import org.mobiletoken.testing.PostgresResource;

/** The inbox remembers 90 days; clocks may be ten minutes apart. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(ParcelTopics.class)
class AgeTest extends ParcelEvents {
    private static final Duration FORGOTTEN = Duration.ofDays(90).minusMinutes(10);

    @Inject
    Letters letters;

    @Inject
    MeterRegistry meters;

    @Test
    void an_event_that_may_have_been_forgotten_has_no_effect_and_one_a_little_younger_has() {
        double refusedBefore = refused(Parcels.CONSUMER);

        publish(ParcelTopics.EVENTS, FORGOTTEN.plusMinutes(1), "forgotten");
        publish(ParcelTopics.EVENTS, FORGOTTEN.minusMinutes(1), "remembered");

        await().until(() -> parcels.handled(key), List.of("remembered")::equals);
        assertThat(refused(Parcels.CONSUMER)).isEqualTo(refusedBefore + 1);
        assertThat(parkedKeys()).doesNotContain(key);
    }

    @Test
    void a_projection_takes_an_event_of_any_age() {
        publish(Letters.TOPIC, Duration.ofDays(4_000), key + "/old");

        await().until(() -> letters.handled().contains(key + "/old"));
        assertThat(refused(Letters.CONSUMER)).isZero();
    }

    private void publish(String topic, Duration age, String json) {
        Instant sentAt = InstantSource.system().instant().minus(age);
        probe.publish(Records.event(topic, 0, sentAt, key, json));
    }

    private double refused(String consumer) {
        return meters.counter("inbox_refused", "consumer", consumer).count();
    }
}
