package org.mobiletoken.load;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Says that freezes have ended, as lockout-service does: a notice to each customer. */
final class FreezeEvents implements AutoCloseable {
    private static final String TOPIC = "mobile-token.lockout.v1";
    private static final String TYPE = "mobile-token.lockout.TokenUnfrozen.v1";

    private final KafkaProducer<String, byte[]> producer;

    FreezeEvents(Platform platform) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", platform.endpoints().kafka(), "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    void unfrozen(String customer) {
        String now = Clock.tickMillis(ZoneOffset.UTC).instant().toString();
        String json = "{\"customerId\":\"" + customer + "\",\"freezeId\":\"" + UUID.randomUUID()
                + "\",\"reason\":\"BRANCH\",\"at\":\"" + now + "\",\"version\":1}";
        var event = new ProducerRecord<>(TOPIC, customer, json.getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_type",
                        TYPE,
                        "ce_source",
                        "lockout-service",
                        "ce_time",
                        now,
                        "content-type",
                        "application/json")
                .forEach((name, value) -> event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(event);
    }

    /** Returns once the broker has all of them. */
    @Override
    public void close() {
        producer.close();
    }
}
