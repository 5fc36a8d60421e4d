package org.mobiletoken.sync.postgres;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Locks customers; every change begins here. */
@ApplicationScoped
public class Customers implements PanacheRepositoryBase<CustomerRow, String> {

    /** Waits for the customer's lock and holds it until the transaction ends. */
    public LockedCustomer lock(String customerId) {
        CustomerRow known = locked(customerId);
        if (known != null) {
            return new LockedCustomer(known);
        }
        getEntityManager()
                .createNativeQuery("insert into customer (customer_id, version) values (?1, 0) on conflict do nothing")
                .setParameter(1, customerId)
                .executeUpdate();
        return new LockedCustomer(Objects.requireNonNull(locked(customerId)));
    }

    private @Nullable CustomerRow locked(String customerId) {
        return findById(customerId, LockModeType.PESSIMISTIC_WRITE);
    }
}
