package org.mobiletoken.lockout;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.mobiletoken.lockout.postgres.Customers;
import org.mobiletoken.lockout.postgres.History;
import org.mobiletoken.lockout.postgres.Unfreezes;
import org.mobiletoken.lockout.rules.BranchUnfreeze;
import org.mobiletoken.lockout.rules.CustomerId;
import org.mobiletoken.lockout.rules.FreezeId;
import org.mobiletoken.lockout.rules.HistoryLine;
import org.mobiletoken.lockout.rules.LockoutPolicy;

/** Tells where a customer stands: read without a lock, unless time has brought about something to be recorded first. */
@ApplicationScoped
public class ReadLockout {

    private final Customers customers;
    private final Unfreezes unfreezes;
    private final History history;
    private final BringUpToDate bringUpToDate;
    private final LockoutPolicy policy;

    ReadLockout(
            Customers customers,
            Unfreezes unfreezes,
            History history,
            BringUpToDate bringUpToDate,
            LockoutPolicy policy) {
        this.customers = customers;
        this.unfreezes = unfreezes;
        this.history = history;
        this.bringUpToDate = bringUpToDate;
        this.policy = policy;
    }

    /** Nothing when there has never been an attempt. */
    public Optional<Standing> of(CustomerId customer) {
        return customers.look(customer).flatMap(seen -> {
            var current = seen.lockout().at(seen.now(), policy);
            return current.facts().isEmpty()
                    ? Optional.of(new Standing(current.state(), current.open(), seen.now()))
                    : bringUpToDate.customer(customer);
        });
    }

    public List<BranchUnfreeze> unfreezes(CustomerId customer, FreezeId freeze) {
        return unfreezes.of(customer, freeze);
    }

    public List<HistoryLine> history(CustomerId customer, HistoryLine.Place before, int limit) {
        return history.before(customer, before, limit);
    }
}
