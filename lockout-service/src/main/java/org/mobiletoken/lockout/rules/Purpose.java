package org.mobiletoken.lockout.rules;

/** What the customer entered the passcode for; all purposes share one count. */
public enum Purpose {
    LOGIN,
    SYNC,
    BIOMETRIC_ENROLMENT,
    AUTHORISATION
}
