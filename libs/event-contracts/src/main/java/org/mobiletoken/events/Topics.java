package org.mobiletoken.events;

import java.util.List;

/** The topics, each written by its owner only. */
public final class Topics {
    public static final String ENROLMENT = "mobile-token.enrolment.v1";
    public static final String VERIFICATION = "mobile-token.verification.v1";
    public static final String SYNC = "mobile-token.sync.v1";
    public static final String LOCKOUT = "mobile-token.lockout.v1";
    public static final String NOTIFICATION = "mobile-token.notification.v1";

    public static final List<String> ALL = List.of(ENROLMENT, VERIFICATION, SYNC, LOCKOUT, NOTIFICATION);

    private Topics() {}
}
