package org.mobiletoken.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** A record that was no event for its consumer, as it lies in the dead-letter topic. */
public record DeadLetter(ConsumerRecord<String, byte[]> record) {
    private static final String MARK = "dead-letter-";

    public int partition() {
        return record.partition();
    }

    public long offset() {
        return record.offset();
    }

    public Instant deadSince() {
        return Instant.ofEpochMilli(record.timestamp());
    }

    public String consumer() {
        return text(MARK + "consumer");
    }

    /** Why it could not be read; letters of one cause are dealt with together. */
    public String cause() {
        return text(MARK + "reason");
    }

    /** Where it was read first: topic, partition and offset. */
    public String origin() {
        return text(MARK + "topic") + "-" + text(MARK + "partition") + "@" + text(MARK + "offset");
    }

    public @Nullable String key() {
        return record.key();
    }

    public String type() {
        return text("ce_type");
    }

    public int bytes() {
        return record.value() == null ? 0 : record.value().length;
    }

    /** The fingerprint of its bytes, which themselves are shown to nobody: what they hold is not known. */
    public String sha256() {
        try {
            byte[] value = record.value() == null ? new byte[0] : record.value();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(value));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The record as its consumer saw it first, without the marks of its death. */
    ConsumerRecord<String, byte[]> original() {
        ConsumerRecord<String, byte[]> original = new ConsumerRecord<>(
                text(MARK + "topic"),
                (int) number(MARK + "partition"),
                number(MARK + "offset"),
                record.timestamp(),
                TimestampType.CREATE_TIME,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                record.key(),
                record.value(),
                record.headers(),
                record.leaderEpoch());
        for (Header header : record.headers().toArray()) {
            if (header.key().startsWith(MARK)) {
                original.headers().remove(header.key());
            }
        }
        return original;
    }

    private long number(String name) {
        try {
            return Long.parseLong(text(name));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private String text(String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), UTF_8);
    }
}
