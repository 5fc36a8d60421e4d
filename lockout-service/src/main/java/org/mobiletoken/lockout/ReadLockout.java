package org.mobiletoken.lockout;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        return Optional.ofNullable(ofAll(List.of(customer)).get(customer));
    }

    /** The same of several customers, without those of whom there has never been an attempt. */
    public Map<CustomerId, Standing> ofAll(List<CustomerId> all) {
        Map<CustomerId, Standing> standings = new HashMap<>();
        for (var seen : customers.look(all)) {
            var current = seen.lockout().at(seen.now(), policy);
            if (current.facts().isEmpty()) {
                standings.put(seen.id(), new Standing(current.state(), current.open(), seen.now()));
            } else {
                bringUpToDate.customer(seen.id()).ifPresent(standing -> standings.put(seen.id(), standing));
            }
        }
        return standings;
    }

    public List<BranchUnfreeze> unfreezes(CustomerId customer, FreezeId freeze) {
        return unfreezes.of(customer, freeze);
    }

    public List<HistoryLine> history(CustomerId customer, HistoryLine.Place before, int limit) {
        return history.before(customer, before, limit);
    }
}
