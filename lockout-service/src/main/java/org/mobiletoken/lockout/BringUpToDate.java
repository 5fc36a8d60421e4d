package org.mobiletoken.lockout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.mobiletoken.lockout.postgres.Customers;
import org.mobiletoken.lockout.rules.CustomerId;
import org.mobiletoken.lockout.rules.LockoutPolicy;

/** Records once what time alone has brought about: abandoned attempts and freezes that have ended. */
@ApplicationScoped
public class BringUpToDate {

    private final Customers customers;
    private final RecordDecision decisions;
    private final LockoutPolicy policy;

    BringUpToDate(Customers customers, RecordDecision decisions, LockoutPolicy policy) {
        this.customers = customers;
        this.decisions = decisions;
        this.policy = policy;
    }

    /** The customer as of now; nothing when unknown. */
    @Transactional
    public Optional<Standing> customer(CustomerId id) {
        return customers.hold(id, null).map(held -> {
            var current = held.lockout().at(held.now(), policy);
            decisions.record(held, current);
            return new Standing(current.state(), current.open(), held.now());
        });
    }
}
