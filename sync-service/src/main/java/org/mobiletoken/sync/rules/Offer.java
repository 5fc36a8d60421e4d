package org.mobiletoken.sync.rules;

/** Whether the app offers to take over the token setting of another app, and if not, why. */
public sealed interface Offer {
    record Offered(String sourceApp) implements Offer {}

    record NotOffered(Reason reason) implements Offer {}

    /** Why there is no offer. */
    enum Reason {
        ALREADY_ENABLED,
        NOTHING_TO_SYNCHRONISE,
        FROZEN,
        REMIND_NEXT_TIME,
        CANCELLED
    }
}
