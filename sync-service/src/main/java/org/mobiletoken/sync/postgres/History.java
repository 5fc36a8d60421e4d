package org.mobiletoken.sync.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.sync.rules.Sync;
import org.mobiletoken.sync.rules.Terms;

/** Appends what happened to the history; nothing in it is ever changed. */
@ApplicationScoped
public class History {
    /** What can happen. */
    public enum Action {
        OFFER_ANSWERED,
        SYNC_REFUSED,
        CONSENT_GIVEN,
        SYNC_APPROVED,
        SYNC_COMPLETED,
        SYNC_FAILED,
        LINKED_DISABLE_REQUESTED
    }

    /** Who did it: the customer in an app, or a service by its name. */
    public static final String CUSTOMER = "customer";

    public static final String ENROLMENT = "enrolment-service";

    static final String ADD = """
            insert into history (customer_id, at, actor, action, app, reference, cause)
            values (:customer, :now, :actor, :action, :app, cast(:reference as uuid), :cause)""";

    private final EntityManager entities;

    History(EntityManager entities) {
        this.entities = entities;
    }

    public void add(
            LockedCustomer customer,
            Action action,
            String actor,
            String app,
            @Nullable UUID reference,
            @Nullable String cause,
            Instant now) {
        entities.createNativeQuery(ADD)
                .setParameter("customer", customer.id())
                .setParameter("now", now)
                .setParameter("actor", actor)
                .setParameter("action", action.name())
                .setParameter("app", app)
                .setParameter("reference", reference == null ? null : reference.toString())
                .setParameter("cause", cause)
                .executeUpdate();
    }

    /** Keeps to which terms the customer agreed. */
    public void addConsent(LockedCustomer customer, Sync sync, Terms terms, Instant now) {
        entities.createNativeQuery("""
                        insert into consent (customer_id, sync_id, app, terms_version, content_hash, accepted_at)
                        values (?1, ?2, ?3, ?4, ?5, ?6)
                        """)
                .setParameter(1, customer.id())
                .setParameter(2, sync.id())
                .setParameter(3, sync.targetApp())
                .setParameter(4, terms.version())
                .setParameter(5, terms.contentHash())
                .setParameter(6, now)
                .executeUpdate();
        add(customer, Action.CONSENT_GIVEN, CUSTOMER, sync.targetApp(), sync.id(), terms.version(), now);
    }

    public int deleteBefore(Instant instant) {
        return delete("delete from history where at < ?1", instant)
                + delete("delete from consent where accepted_at < ?1", instant);
    }

    private int delete(String sql, Instant instant) {
        return entities.createNativeQuery(sql).setParameter(1, instant).executeUpdate();
    }
}
