package org.mobiletoken.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A short message to a number in E.164 form; from {@code until} on, if given, it is neither sent nor delivered any more. */
public record Sms(
        UUID messageId,
        Traffic traffic,
        String number,
        String text,
        @Nullable Instant until) {

    /** One-time passwords never wait behind information. */
    public enum Traffic {
        OTP,
        INFO
    }

    /** Neither number nor text ever shows in a log. */
    @Override
    public String toString() {
        return "Sms[" + traffic + "]";
    }
}
