package org.mobiletoken.enrolment.postgres;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.mobiletoken.enrolment.rules.HistoryEntry;

/** The append-only record of what happened to each customer's tokens. */
@ApplicationScoped
public class History implements PanacheRepositoryBase<HistoryRow, Long> {

    /** Adds an entry in the transaction of what it records. */
    public void add(String customerId, HistoryEntry entry) {
        HistoryRow row = new HistoryRow();
        row.customerId = customerId;
        row.at = entry.at();
        row.actor = entry.actor();
        row.kind = entry.kind();
        row.app = entry.app();
        row.cause = entry.cause();
        row.reference = entry.reference();
        persist(row);
    }

    /** The newest entries first. */
    public List<HistoryEntry> newest(String customerId, int limit) {
        return find("customerId = ?1 order by id desc", customerId).page(0, limit).stream()
                .map(HistoryRow::toEntry)
                .toList();
    }

    /** Deletes what is older, which nothing else may do. */
    public long forgetBefore(Instant instant) {
        getEntityManager()
                .createNativeQuery("select set_config('mobile_token.forget_history_before', ?1, true)")
                .setParameter(1, instant.toString())
                .getSingleResult();
        return delete("at < ?1", instant);
    }
}
