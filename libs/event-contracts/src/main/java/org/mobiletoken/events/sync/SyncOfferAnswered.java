package org.mobiletoken.events.sync;

import java.time.Instant;

/** The customer answered the offer to synchronise. */
public record SyncOfferAnswered(String customerId, String app, Answer answer, Instant at, long version)
        implements SyncEvent {
    /** What the customer chose. */
    public enum Answer {
        ACCEPTED,
        REMIND_NEXT_TIME,
        CANCELLED
    }
}
