package org.mobiletoken.lockout;

import jakarta.enterprise.context.ApplicationScoped;
import org.mobiletoken.lockout.messaging.LockoutEvents;
import org.mobiletoken.lockout.postgres.CustomerNow;
import org.mobiletoken.lockout.postgres.Customers;
import org.mobiletoken.lockout.postgres.ETokenWays;
import org.mobiletoken.lockout.postgres.Facts;
import org.mobiletoken.lockout.rules.CustomerLockout;
import org.mobiletoken.lockout.rules.EndOfFreeze;
import org.mobiletoken.lockout.rules.Fact;

/** Everything that a decision brought about is recorded, published and committed together, refusals included. */
@ApplicationScoped
class RecordDecision {

    private final Customers customers;
    private final Facts facts;
    private final ETokenWays eTokenWays;
    private final LockoutEvents events;

    RecordDecision(Customers customers, Facts facts, ETokenWays eTokenWays, LockoutEvents events) {
        this.customers = customers;
        this.facts = facts;
        this.eTokenWays = eTokenWays;
        this.events = events;
    }

    void record(CustomerNow held, CustomerLockout after) {
        long version = held.version();
        for (var fact : after.facts()) {
            facts.record(held.id(), fact);
            if (fact instanceof Fact.Unfroze unfroze && unfroze.reason() == EndOfFreeze.BRANCH) {
                eTokenWays.reopen(held.id());
            }
            version = events.publish(held.id(), fact, version);
        }
        customers.save(held, after.state(), version);
    }
}
