package org.mobiletoken.sync.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.sync.rules.Freeze;

/** The last news of a customer's freeze; frozen without an end is permanent. */
@Entity
@Table(name = "freeze_state")
class FreezeStateRow {
    @Id
    @Column(name = "customer_id")
    String customerId;

    @Column(name = "frozen")
    boolean frozen;

    @Column(name = "frozen_until")
    @Nullable
    Instant frozenUntil;

    @Column(name = "version")
    long version;

    void set(Freeze freeze, long eventVersion) {
        frozen = !(freeze instanceof Freeze.None);
        frozenUntil = freeze instanceof Freeze.Until(Instant end) ? end : null;
        version = eventVersion;
    }

    Freeze freeze() {
        if (!frozen) {
            return new Freeze.None();
        }
        return frozenUntil == null ? new Freeze.Permanent() : new Freeze.Until(frozenUntil);
    }
}
