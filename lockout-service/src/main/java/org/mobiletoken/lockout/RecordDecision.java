package org.mobiletoken.lockout;

import jakarta.enterprise.context.ApplicationScoped;
import org.mobiletoken.lockout.messaging.LockoutEvents;
import org.mobiletoken.lockout.postgres.CustomerNow;
import org.mobiletoken.lockout.postgres.Customers;
import org.mobiletoken.lockout.postgres.Facts;
import org.mobiletoken.lockout.rules.CustomerLockout;

/** Everything that a decision brought about is recorded, published and committed together, refusals included. */
@ApplicationScoped
class RecordDecision {

    private final Customers customers;
    private final Facts facts;
    private final LockoutEvents events;

    RecordDecision(Customers customers, Facts facts, LockoutEvents events) {
        this.customers = customers;
        this.facts = facts;
        this.events = events;
    }

    void record(CustomerNow held, CustomerLockout after) {
        long version = held.version();
        for (var fact : after.facts()) {
            facts.record(held.id(), fact);
            version = events.publish(held.id(), fact, version);
        }
        customers.save(held, after.state(), version);
    }
}
