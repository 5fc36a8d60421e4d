package org.mobiletoken.lockout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.mobiletoken.lockout.postgres.Customers;
import org.mobiletoken.lockout.rules.AttemptId;
import org.mobiletoken.lockout.rules.CustomerId;
import org.mobiletoken.lockout.rules.LockoutPolicy;
import org.mobiletoken.lockout.rules.Outcome;
import org.mobiletoken.lockout.rules.Settlement;

/** Counts what a verification came to, and freezes the customer when it was one wrong passcode too many. */
@ApplicationScoped
public class SettleAttempt {

    private final Customers customers;
    private final RecordDecision decisions;
    private final LockoutPolicy policy;

    SettleAttempt(Customers customers, RecordDecision decisions, LockoutPolicy policy) {
        this.customers = customers;
        this.decisions = decisions;
        this.policy = policy;
    }

    /** Nothing when the customer is unknown. */
    @Transactional
    public Optional<Settled> settle(CustomerId customer, AttemptId attempt, String client, Outcome outcome) {
        return customers.hold(customer, attempt).map(held -> {
            var settlement = Settlement.of(held.attempt(), client, outcome, held.lockout(), held.now(), policy);
            decisions.conclude(held, settlement.after());
            return new Settled(settlement, held.now());
        });
    }
}
