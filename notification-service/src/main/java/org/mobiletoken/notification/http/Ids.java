package org.mobiletoken.notification.http;

/** What ids and references look like; everything else is malformed. */
final class Ids {
    static final String CUSTOMER = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";
    static final String REFERENCE = "[A-Za-z0-9][A-Za-z0-9 ./_-]{0,63}";
    static final String APP = "[a-z0-9][a-z0-9-]{0,63}";

    private Ids() {}
}
