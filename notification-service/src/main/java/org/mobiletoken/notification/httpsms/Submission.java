package org.mobiletoken.notification.httpsms;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.notification.Sms;

/** A message as the provider takes it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Submission(
        String to,
        String sender,
        String text,
        String traffic,
        @Nullable String validUntil) {

    static Submission of(Sms sms, String sender) {
        var until = sms.until();
        return new Submission(
                sms.number(), sender, sms.text(), sms.traffic().name(), until == null ? null : until.toString());
    }

    /** Neither number nor text ever shows in a log. */
    @Override
    public String toString() {
        return "Submission[" + traffic + "]";
    }
}
