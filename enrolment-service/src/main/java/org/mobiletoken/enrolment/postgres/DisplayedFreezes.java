package org.mobiletoken.enrolment.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.enrolment.rules.DisplayedFreeze;

/** What lockout-service last published about each customer, for display only; older versions change nothing. */
@ApplicationScoped
public class DisplayedFreezes {

    private final EntityManager database;

    DisplayedFreezes(EntityManager database) {
        this.database = database;
    }

    public Optional<DisplayedFreeze> of(String customerId, Instant now) {
        List<?> rows = database.createNativeQuery(
                        "select frozen_until from displayed_freeze where customer_id = ?1 and frozen", Tuple.class)
                .setParameter(1, customerId)
                .getResultList();
        return rows.stream()
                .map(row -> new DisplayedFreeze(((Tuple) row).get(0, Instant.class)))
                .filter(freeze -> freeze.lastsAt(now))
                .findFirst();
    }

    public void show(String customerId, long version, boolean frozen, @Nullable Instant until) {
        database.createNativeQuery("insert into displayed_freeze (customer_id, version, frozen, frozen_until)"
                        + " values (?1, ?2, ?3, cast(?4 as timestamptz)) on conflict (customer_id) do update"
                        + " set version = excluded.version, frozen = excluded.frozen,"
                        + " frozen_until = excluded.frozen_until"
                        + " where displayed_freeze.version < excluded.version")
                .setParameter(1, customerId)
                .setParameter(2, version)
                .setParameter(3, frozen)
                .setParameter(4, until == null ? null : until.toString())
                .executeUpdate();
    }
}
