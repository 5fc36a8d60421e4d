package org.mobiletoken.lockout;

import jakarta.enterprise.context.ApplicationScoped;
import org.mobiletoken.lockout.messaging.LockoutEvents;
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

    RecordDecision(Decisions decisions, ETokenWays eTokenWays, LockoutEvents events) {
        this.decisions = decisions;
        this.eTokenWays = eTokenWays;
        this.events = events;
    }

    /** Records within a transaction that has more to do. */
    void record(CustomerNow held, CustomerLockout after) {
        decisions.write(held, after, passedOn(held, after));
    }

    /** Records and commits, as the last thing that the transaction does. */
    void conclude(CustomerNow held, CustomerLockout after) {
        decisions.conclude(held, after, passedOn(held, after));
    }

    /** The customer's version once everybody concerned has the facts. */
    private long passedOn(CustomerNow held, CustomerLockout after) {
        long version = held.version();
        for (var fact : after.facts()) {
            if (fact instanceof Fact.Unfroze unfroze && unfroze.reason() == EndOfFreeze.BRANCH) {
                eTokenWays.reopen(held.id());
            }
            version = events.publish(held.id(), fact, version);
        }
        return version;
    }
}
