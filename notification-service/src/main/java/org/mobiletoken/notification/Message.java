package org.mobiletoken.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.notification.rules.MessageState;

/** One row of the ledger: a message to a customer, without its address and its text. */
public record Message(
        Id id,
        long sequence,
        UUID causeId,
        Kind kind,
        String template,
        Channel channel,
        MessageState state,
        News.Details details,
        @Nullable String reason,
        int parts,
        Instant createdAt,
        Instant queuedAt,
        @Nullable Instant settledAt,
        @Nullable String traceparent) {

    public Heading heading() {
        return new Heading(id, template, channel);
    }

    /** What others are told of a message. */
    public record Heading(Id id, String template, Channel channel) {}

    /** The customer is part of the key of everything. */
    public record Id(String customerId, UUID messageId) {}

    /** Codes are sent while the customer waits, notices in the background. */
    public enum Kind {
        OTP,
        NOTICE
    }

    /** By which way a message goes. */
    public enum Channel {
        SMS,
        EMAIL
    }
}
