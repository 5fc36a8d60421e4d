package org.mobiletoken.delivery;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** An event in the outbox, with the identity that orders it. */
record OutboxRow(long id, OutgoingEvent event, @Nullable String traceparent) {
    ProducerRecord<String, byte[]> toRecord() {
        return CloudEvents.write(event, traceparent);
    }
}
