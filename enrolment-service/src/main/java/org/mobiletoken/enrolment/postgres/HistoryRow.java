package org.mobiletoken.enrolment.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.enrolment.rules.HistoryEntry;

@Entity
@Immutable
@Table(name = "history")
class HistoryRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    @Nullable
    Long id;

    @Column(name = "customer_id")
    String customerId;

    @Column(name = "at")
    Instant at;

    @Column(name = "actor")
    String actor;

    @Column(name = "kind")
    String kind;

    @Column(name = "app")
    @Nullable
    String app;

    @Column(name = "cause")
    @Nullable
    String cause;

    @Column(name = "reference")
    @Nullable
    String reference;

    HistoryEntry toEntry() {
        return new HistoryEntry(at, actor, kind, app, cause, reference);
    }
}
