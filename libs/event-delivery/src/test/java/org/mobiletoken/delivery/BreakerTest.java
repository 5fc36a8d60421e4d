package org.mobiletoken.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.mobiletoken.delivery.Eventually.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mobiletoken.testing.KafkaProbe;
import org.mobiletoken.testing.KafkaResource;
import org.mobiletoken.testing.PostgresResource;

/** Five undecodable records in a row are too many here. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(ParcelTopics.class)
class BreakerTest {
    @Inject
    Letters letters;

    @Inject
    Halts halts;

    private final String key = UUID.randomUUID().toString();
    private KafkaProbe probe;

    @BeforeEach
    void open() {
        probe = KafkaProbe.open();
    }

    @AfterEach
    void close() {
        halts.list().forEach(halt -> halts.lift(halt.id()));
        probe.close();
    }

    @Test
    void too_many_undecodable_records_halt_the_consumer_which_acknowledges_nothing_more_until_it_is_let_go_on() {
        long first = probe.records(Letters.TOPIC).stream()
                .filter(record -> record.partition() == 0)
                .count();
        IntStream.rangeClosed(1, 6).forEach(number -> scribble("scribble " + number));
        publish("legible");

        await().until(() -> halts.isHalted(Letters.CONSUMER));
        await().until(() -> acknowledged() == first + 5);
        assertThat(deadLetters()).isEqualTo(5);
        assertThat(letters.handled()).doesNotContain("legible");
        Management.health("well")
                .statusCode(503)
                .body("checks.find { it.name == 'event-delivery' }.status", equalTo("DOWN"))
                .body(
                        "checks.find { it.name == 'event-delivery' }.data.letters",
                        startsWith(
                                "5 records in a row could not be decoded. They are in " + ParcelTopics.DEAD_LETTERS));
        Management.health("ready").statusCode(200);
        Management.health("live").statusCode(200);
        assertThat(Management.metrics()).contains("consumer_halted{consumer=\"letters\"} 1.0");

        await().until(() -> !halts.list().isEmpty());
        Halt halt = halts.list().getFirst();
        assertThat(halt.consumer()).isEqualTo(Letters.CONSUMER);
        assertThat(halts.lift(halt.id())).isPresent();

        await().until(() -> letters.handled().contains("legible"));
        assertThat(deadLetters()).isEqualTo(6);
        Management.health("well").statusCode(200);
        assertThat(Management.metrics()).contains("consumer_halted{consumer=\"letters\"} 0.0");
        assertThat(halts.lift(halt.id())).isEmpty();
        assertThat(halts.list()).isEmpty();
    }

    @Test
    void records_that_cannot_be_decoded_now_and_then_halt_nobody() {
        IntStream.rangeClosed(1, 10).forEach(number -> {
            scribble("scribble " + number);
            publish(key + "/" + number);
        });

        await().until(() -> letters.handled().contains(key + "/10"));
        assertThat(halts.list()).isEmpty();
    }

    private void scribble(String text) {
        probe.publish(new ProducerRecord<>(Letters.TOPIC, 0, key, text.getBytes(UTF_8)));
    }

    private void publish(String json) {
        probe.publish(Records.event(Letters.TOPIC, 0, key, json));
    }

    private long deadLetters() {
        return probe.records(ParcelTopics.DEAD_LETTERS, key).size();
    }

    private static long acknowledged() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", KafkaResource.bootstrapServers()))) {
            var offset = admin.listConsumerGroupOffsets("parcel-service")
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .get(new TopicPartition(Letters.TOPIC, 0));
            return offset == null ? 0 : offset.offset();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
