package org.mobiletoken.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.mobiletoken.testing.KafkaProbe;

/** A key of its own, a way to publish events of that key, and a look at where it is parked. */
abstract class ParcelEvents {
    @Inject
    Parcels parcels;

    @Inject
    Parking parking;

    final String key = UUID.randomUUID().toString();
    KafkaProbe probe;

    @BeforeEach
    void open() {
        probe = KafkaProbe.open();
    }

    @AfterEach
    void close() {
        probe.close();
    }

    static OutgoingEvent event(String key, String json) {
        return new OutgoingEvent(
                UUID.randomUUID(),
                ParcelTopics.EVENTS,
                key,
                "parcel.Moved.v1",
                "parcel-service",
                Instant.EPOCH,
                json.getBytes(UTF_8));
    }

    void publish(String json) {
        publish(UUID.randomUUID(), json);
    }

    void publish(UUID id, String json) {
        probe.publish(ParcelTopics.EVENTS, key, id, "parcel.Moved.v1", "parcel-service", json);
    }

    List<String> parkedKeys() {
        return parking.list().stream().map(ParkedKey::key).toList();
    }
}
