package org.mobiletoken.delivery;

import java.time.Duration;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * An event in the outbox, with the identity that orders it.
 *
 * @param age how long it had been there when it was read, by the database's clock
 */
record OutboxRow(long id, OutgoingEvent event, @Nullable String traceparent, Duration age) {
    ProducerRecord<String, byte[]> toRecord() {
        return CloudEvents.write(event, traceparent);
    }
}
