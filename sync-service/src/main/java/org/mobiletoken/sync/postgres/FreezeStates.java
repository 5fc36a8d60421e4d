package org.mobiletoken.sync.postgres;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import org.mobiletoken.sync.rules.Freeze;

/** The projection of the customers' freezes. */
@ApplicationScoped
public class FreezeStates implements PanacheRepositoryBase<FreezeStateRow, String> {

    public Freeze of(String customerId) {
        FreezeStateRow row = findById(customerId);
        return row == null ? new Freeze.None() : row.freeze();
    }

    /** Keeps the freeze unless something newer is known. */
    public void keepIfNewer(LockedCustomer customer, Freeze freeze, long version) {
        FreezeStateRow row = findById(customer.id());
        if (row == null) {
            row = new FreezeStateRow();
            row.customerId = customer.id();
            row.set(freeze, version);
            persist(row);
        } else if (row.version < version) {
            row.set(freeze, version);
        }
    }
}
