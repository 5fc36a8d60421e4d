package org.mobiletoken.notification;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A short message to a number in E.164 form; after {@code goodFor}, if given, it is not worth delivering any more. */
public record Sms(
        Traffic traffic,
        String number,
        String text,
        @Nullable Duration goodFor) {

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
