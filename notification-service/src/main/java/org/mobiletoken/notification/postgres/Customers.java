package org.mobiletoken.notification.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** The row of each customer: the lock for whatever spans several of the customer's rows, and the version of their events. */
@ApplicationScoped
public class Customers {

    private final EntityManager entities;

    public Customers(EntityManager entities) {
        this.entities = entities;
    }

    /** Holds the customer until the transaction ends; what is read afterwards is what was committed before. */
    public void lock(String customerId) {
        entities.createNativeQuery("insert into customer (customer_id) values (:customer) on conflict do nothing")
                .setParameter("customer", customerId)
                .executeUpdate();
        lockIfKnown(customerId);
    }

    /** Like {@link #lock}, for a customer who must have been here before; false if not. */
    public boolean lockIfKnown(String customerId) {
        return !entities.createNativeQuery("select 1 from customer where customer_id = :customer for update")
                .setParameter("customer", customerId)
                .getResultList()
                .isEmpty();
    }

    /** Locks the customer, too, so the events of one customer are in the order of their versions. */
    public long nextVersion(String customerId) {
        return ((Number) entities.createNativeQuery("""
                                insert into customer (customer_id, version) values (:customer, 1)
                                on conflict (customer_id) do update set version = customer.version + 1
                                returning version""")
                        .setParameter("customer", customerId)
                        .getSingleResult())
                .longValue();
    }
}
