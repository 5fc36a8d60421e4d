package org.mobiletoken.lockout.rules;

/** What the customer entered the passcode for; all purposes share one count. */
public enum Purpose {
    LOGIN("login"),
    SYNC("sync"),
    BIOMETRIC_ENROLMENT("biometric-enrolment"),
    AUTHORISATION("authorisation");

    private final String text;

    Purpose(String text) {
        this.text = text;
    }

    /** The word for it in requests and events. */
    public String text() {
        return text;
    }
}
