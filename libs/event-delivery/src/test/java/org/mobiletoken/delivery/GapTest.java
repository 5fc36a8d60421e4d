package org.mobiletoken.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiletoken.delivery.Eventually.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.mobiletoken.testing.KafkaResource;
import org.mobiletoken.testing.PostgresResource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(ParcelTopics.class)
class GapTest {
    @Inject
    Letters letters;

    @Inject
    Halts halts;

    private final String key = UUID.randomUUID().toString();

    @Test
    void a_gap_between_offsets_in_which_no_event_ever_was_halts_nobody() {
        try (var producer = transactional()) {
            producer.initTransactions();
            for (int number = 1; number <= 3; number++) {
                producer.beginTransaction();
                producer.send(Records.event(Letters.TOPIC, 1, key, key + "/" + number));
                producer.commitTransaction(); // leaves a mark of its own in the partition
            }
        }

        await().until(() -> letters.handled().contains(key + "/3"));
        assertThat(halts.list()).isEmpty();
    }

    private static KafkaProducer<String, byte[]> transactional() {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        KafkaResource.bootstrapServers(),
                        "transactional.id",
                        UUID.randomUUID().toString()),
                new StringSerializer(),
                new ByteArraySerializer());
    }
}
