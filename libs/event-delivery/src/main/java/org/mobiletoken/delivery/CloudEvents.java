package org.mobiletoken.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** CloudEvents 1.0 in binary mode: the attributes are headers, the record's value is the payload. */
final class CloudEvents {
    private static final String SPEC_VERSION = "1.0";

    private CloudEvents() {}

    static ProducerRecord<String, byte[]> write(OutgoingEvent event, @Nullable String traceparent) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(event.topic(), event.key(), event.json());
        Headers headers = record.headers();
        put(headers, "ce_specversion", SPEC_VERSION);
        put(headers, "ce_id", event.id().toString());
        put(headers, "ce_type", event.type());
        put(headers, "ce_source", event.source());
        put(headers, "ce_time", event.time().toString());
        put(headers, "content-type", "application/json");
        if (traceparent != null) {
            put(headers, Traces.HEADER, traceparent);
        }
        return record;
    }

    static IncomingEvent read(ConsumerRecord<String, byte[]> record) {
        if (record.key() == null || record.value() == null) {
            throw new UndecodableEvent("The record has no key or no payload");
        }
        Headers headers = record.headers();
        if (!SPEC_VERSION.equals(attribute(headers, "ce_specversion"))) {
            throw new UndecodableEvent("ce_specversion is not " + SPEC_VERSION);
        }
        return new IncomingEvent(
                id(attribute(headers, "ce_id")),
                attribute(headers, "ce_type"),
                attribute(headers, "ce_source"),
                time(attribute(headers, "ce_time")),
                record.topic(),
                record.partition(),
                record.offset(),
                record.key(),
                record.value());
    }

    static @Nullable String traceparent(ConsumerRecord<String, byte[]> record) {
        return text(record.headers(), Traces.HEADER);
    }

    static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }

    private static String attribute(Headers headers, String name) {
        String value = text(headers, name);
        if (value == null || value.isBlank()) {
            throw new UndecodableEvent(name + " is missing");
        }
        return value;
    }

    private static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new UndecodableEvent("ce_id is not a UUID", e);
        }
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new UndecodableEvent("ce_time is not an instant", e);
        }
    }
}
