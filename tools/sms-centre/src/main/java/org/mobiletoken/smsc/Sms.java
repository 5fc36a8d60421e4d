package org.mobiletoken.smsc;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A short message as it lies in the inbox of a phone; the number is in international form with a plus sign, {@code priority} and
 * {@code validity} are as they were submitted.
 */
public record Sms(
        String to,
        String from,
        String text,
        Instant receivedAt,
        String messageId,
        int priority,
        @Nullable String validity) {
    @Override
    public String toString() {
        return "message " + messageId;
    }
}
