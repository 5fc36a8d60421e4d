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

    /** Adds to the day's count, or takes back what turned out not to be a failure. */
    public void count(String customerId, LocalDate day, int change) {
        database.createNativeQuery("insert into identity_failure (customer_id, day, failures) values (?1, ?2, ?3)"
                        + " on conflict (customer_id, day) do update"
                        + " set failures = greatest(identity_failure.failures + ?3, 0)")
                .setParameter(1, customerId)
                .setParameter(2, day)
                .setParameter(3, change)
                .executeUpdate();
    }

    public int deleteBefore(LocalDate day) {
        return database.createNativeQuery("delete from identity_failure where day < ?1")
                .setParameter(1, day)
                .executeUpdate();
    }
}
