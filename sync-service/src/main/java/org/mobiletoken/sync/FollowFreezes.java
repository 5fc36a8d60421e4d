package org.mobiletoken.sync;

import jakarta.enterprise.context.ApplicationScoped;
import org.mobiletoken.sync.postgres.Customers;
import org.mobiletoken.sync.postgres.FreezeStates;
import org.mobiletoken.sync.rules.Freeze;

/** Keeps what lockout-service says, for display; runs in the transaction of the event. */
@ApplicationScoped
public class FollowFreezes {
    private final Customers customers;
    private final FreezeStates freezes;

    FollowFreezes(Customers customers, FreezeStates freezes) {
        this.customers = customers;
        this.freezes = freezes;
    }

    public void changed(String customerId, Freeze freeze, long version) {
        freezes.keepIfNewer(customers.lock(customerId), freeze, version);
    }
}
