package org.mobiletoken.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Events as a producer writes them, on a partition and at a time of the test's choice. */
final class Records {
    private Records() {}

    static ProducerRecord<String, byte[]> event(String topic, int partition, String key, String json) {
        return event(topic, partition, InstantSource.system().instant(), key, json);
    }

    static ProducerRecord<String, byte[]> event(String topic, int partition, Instant sentAt, String key, String json) {
        var record = new ProducerRecord<>(topic, partition, sentAt.toEpochMilli(), key, json.getBytes(UTF_8));
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_type", "letter.Written.v1",
                        "ce_source", "letter-service",
                        "ce_time", sentAt.toString())
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }
}
