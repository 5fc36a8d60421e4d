package org.mobiletoken.enrolment.postgres;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The row lock that orders everything that happens to one customer. */
@ApplicationScoped
public class Customers implements PanacheRepositoryBase<CustomerRow, String> {

    /** Locks the customer until the transaction ends; a customer never seen before is known from now on. */
    @Transactional(Transactional.TxType.MANDATORY)
    public LockedCustomer lock(String customerId) {
        CustomerRow known = locked(customerId);
        if (known != null) {
            return new LockedCustomer(known);
        }
        getEntityManager()
                .createNativeQuery("insert into customer (customer_id) values (?1) on conflict do nothing")
                .setParameter(1, customerId)
                .executeUpdate();
        return new LockedCustomer(Objects.requireNonNull(locked(customerId)));
    }

    private @Nullable CustomerRow locked(String customerId) {
        return getEntityManager().find(CustomerRow.class, customerId, LockModeType.PESSIMISTIC_WRITE);
    }
}
