package org.mobiletoken.lockout.http;

/** What identifiers and texts in requests may look like. */
final class Formats {
    static final String CUSTOMER_ID = "[A-Za-z0-9][A-Za-z0-9._:@-]{0,63}";
    static final String APP = "[a-z][a-z0-9-]{0,39}";
    static final String PURPOSE = "login|sync|biometric-enrolment|authorisation";
    static final String REFERENCE = "[A-Za-z0-9][A-Za-z0-9 ./:_-]{0,63}";
    static final int LONGEST_REASON = 500;

    private Formats() {}
}
