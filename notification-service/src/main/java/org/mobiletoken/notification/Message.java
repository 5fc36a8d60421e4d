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
        Instant createdAt,
        @Nullable Instant settledAt) {

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
