package org.mobiletoken.operations.rules;

import java.time.Duration;
import java.time.Instant;

/**
 * An event may be handed over again only while the inbox is sure to remember whether it took effect: as long as
 * received events are kept, less a margin for a plan to be approved and run.
 */
public record InboxMemory(Duration retention, Duration margin) {

    /** Published earlier than this, an event may be forgotten: it rebuilds a projection at most. */
    public Instant reachesBackTo(Instant now) {
        return now.minus(retention).plus(margin);
    }

    public boolean covers(Instant publishedAt, Instant now) {
        return !publishedAt.isBefore(reachesBackTo(now));
    }

    /** The sentence for a plan with events too old. */
    public String refusal(long tooOld, Instant now) {
        return tooOld
                + " of the events are older than the inbox remembers, so that nobody knows whether they took effect:"
                + " they may rebuild a projection, but are never handed over again. Plan from " + reachesBackTo(now)
                + " on.";
    }
}
