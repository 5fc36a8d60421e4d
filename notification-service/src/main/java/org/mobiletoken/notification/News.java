package org.mobiletoken.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.notification.rules.Notice;

/** Something that the customer is to be told: which event caused it, and what the text needs to know. */
public record News(String customerId, UUID causeId, Notice notice, Details details) {

    /** What a text may mention; {@code until} is when a token becomes usable or a freeze ends. */
    public record Details(
            @Nullable String app,
            @Nullable String deviceLabel,
            Instant happenedAt,
            @Nullable Instant until,
            @Nullable Integer attemptsLeft) {}
}
