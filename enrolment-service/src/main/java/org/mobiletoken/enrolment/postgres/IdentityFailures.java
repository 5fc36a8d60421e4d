package org.mobiletoken.enrolment.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;

/** Wrong HKID characters per customer and day; the caller holds the customer's lock. */
@ApplicationScoped
public class IdentityFailures {

    private final EntityManager database;

    IdentityFailures(EntityManager database) {
        this.database = database;
    }

    public int on(String customerId, LocalDate day) {
        List<?> counts = database.createNativeQuery(
                        "select failures from identity_failure where customer_id = ?1 and day = ?2", Integer.class)
                .setParameter(1, customerId)
                .setParameter(2, day)
                .getResultList();
        return counts.isEmpty() ? 0 : (Integer) counts.getFirst();
    }

    public void add(String customerId, LocalDate day) {
        database.createNativeQuery("insert into identity_failure (customer_id, day, failures) values (?1, ?2, 1)"
                        + " on conflict (customer_id, day) do update set failures = identity_failure.failures + 1")
                .setParameter(1, customerId)
                .setParameter(2, day)
                .executeUpdate();
    }

    /** Takes back what was counted before it was known to be no failure. */
    public void takeBack(String customerId, LocalDate day) {
        database.createNativeQuery(
                        "update identity_failure set failures = failures - 1 where customer_id = ?1 and day = ?2")
                .setParameter(1, customerId)
                .setParameter(2, day)
                .executeUpdate();
    }

    public int deleteBefore(LocalDate day) {
        return database.createNativeQuery("delete from identity_failure where day < ?1")
                .setParameter(1, day)
                .executeUpdate();
    }
}
