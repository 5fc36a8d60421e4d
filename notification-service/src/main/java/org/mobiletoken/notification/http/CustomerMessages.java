package org.mobiletoken.notification.http;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A page of what a customer was sent; {@code before} asks for the next one and is absent on the last. */
record CustomerMessages(
        List<CustomerMessage> messages, @Nullable Long before) {

    /** A message without its address and its text, which are not kept. */
    record CustomerMessage(
            UUID messageId,
            UUID causeId,
            String template,
            String channel,
            String state,
            @Nullable String app,
            @Nullable String reason,
            Instant happenedAt,
            Instant createdAt,
            @Nullable Instant settledAt,
            List<Decision> resolutions) {}

    /** What operations decided about a message of unknown fate. */
    record Decision(String verdict, String reason, String reference, String resolvedBy, Instant resolvedAt) {}
}
