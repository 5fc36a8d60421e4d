package org.mobiletoken.notification.http;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A page of messages of unknown fate; {@code after} asks for the next one and is absent on the last. */
record DoubtfulMessages(
        List<DoubtfulMessage> messages, @Nullable Long after) {

    /** A message of which nobody knows whether it was sent. */
    record DoubtfulMessage(
            UUID messageId,
            String customerId,
            String kind,
            String template,
            String channel,
            @Nullable String app,
            @Nullable String reason,
            Instant createdAt,
            @Nullable Instant inDoubtSince) {}
}
