package org.mobiletoken.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiletoken.delivery.Eventually.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mobiletoken.testing.KafkaProbe;

@QuarkusTest
@QuarkusTestResource(value = OwnServers.class, restrictToAnnotatedClass = true)
class HealthTest {
    @Inject
    Parcels parcels;

    @Inject
    Outbox outbox;

    private final String key = UUID.randomUUID().toString();

    @Test
    void a_broker_that_is_away_changes_neither_readiness_nor_liveness_and_what_was_committed_is_delivered_afterwards() {
        Management.health("started").statusCode(200);
        OwnServers.kafka().stop();
        QuarkusTransaction.requiringNew().run(() -> outbox.add(ParcelEvents.event(key, "moved")));

        Management.health("ready").statusCode(200);
        Management.health("live").statusCode(200);

        OwnServers.kafka().start();
        await().until(() -> parcels.handled(key).contains("moved"));
        Management.health("live").statusCode(200);
    }

    @Test
    void a_database_that_is_away_ends_readiness_but_not_liveness_and_no_event_is_lost() {
        OwnServers.postgres().stop();
        try (KafkaProbe probe = KafkaProbe.open(OwnServers.kafka().bootstrapServers())) {
            probe.publish(Records.event(ParcelTopics.EVENTS, 0, key, "sent meanwhile"));
        }
        Management.health("ready").statusCode(503);
        Management.health("live").statusCode(200);
        assertThat(parcels.handled(key)).isEmpty();

        OwnServers.postgres().start();
        await().until(() -> parcels.handled(key).contains("sent meanwhile"));
        await().untilAsserted(() -> Management.health("ready").statusCode(200));
    }
}
