package org.mobiletoken.lockout;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mobiletoken.lockout.messaging.LockoutEvents;
import org.mobiletoken.lockout.postgres.Change;
import org.mobiletoken.lockout.postgres.CustomerNow;
import org.mobiletoken.lockout.postgres.Decisions;
import org.mobiletoken.lockout.postgres.ETokenWays;
import org.mobiletoken.lockout.rules.CustomerLockout;
import org.mobiletoken.lockout.rules.EndOfFreeze;
import org.mobiletoken.lockout.rules.Fact;

/** Everything that a decision brought about is recorded, published and committed together, refusals included. */
@ApplicationScoped
class RecordDecision {

    private final Decisions decisions;
    private final ETokenWays eTokenWays;
    private final LockoutEvents events;
    private final LockoutMetrics metrics;

    RecordDecision(Decisions decisions, ETokenWays eTokenWays, LockoutEvents events, LockoutMetrics metrics) {
        this.decisions = decisions;
        this.eTokenWays = eTokenWays;
        this.events = events;
        this.metrics = metrics;
    }

    /** Records within a transaction that has more to do. */
    void record(CustomerNow held, CustomerLockout after) {
        decisions.write(List.of(passOn(held, after)));
    }

    /** Records decisions about different customers, as the last thing that the transaction does. */
    void conclude(List<Change> changes) {
        decisions.conclude(changes);
    }

    /** Tells everybody concerned of the facts; what is left to be recorded is returned. */
    Change passOn(CustomerNow held, CustomerLockout after) {
        long version = held.version();
        for (var fact : after.facts()) {
            if (fact instanceof Fact.Unfroze unfroze && unfroze.reason() == EndOfFreeze.BRANCH) {
                eTokenWays.reopen(held.id());
            }
            version = events.publish(held.id(), fact, version);
        }
        metrics.happened(after.facts());
        return new Change(held, after, version);
    }
}
