package org.mobiletoken.notification.rules;

import java.util.Arrays;
import java.util.Optional;

/** What a one-time password is for; a code for one purpose is worth nothing for another. */
public enum Purpose {
    LOGIN("login"),
    ENROLMENT("enrolment"),
    BIOMETRIC_ENROLMENT("biometric-enrolment");

    private final String text;

    Purpose(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /** The name of the message that carries a code for this purpose. */
    public String template() {
        return "otp-" + text;
    }

    public static Optional<Purpose> of(String text) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.text.equals(text))
                .findFirst();
    }
}
