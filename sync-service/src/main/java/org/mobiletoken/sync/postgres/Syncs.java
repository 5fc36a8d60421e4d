package org.mobiletoken.sync.postgres;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mobiletoken.sync.rules.Sync;

/** The synchronisations; of one customer and target app at most one is open. */
@ApplicationScoped
public class Syncs implements PanacheRepositoryBase<SyncRow, SyncRow.Key> {

    public Optional<Sync> of(String customerId, UUID id) {
        return findByIdOptional(new SyncRow.Key(customerId, id)).map(SyncRow::sync);
    }

    public Optional<Sync> approvedBy(LockedCustomer customer, UUID approvalId) {
        return find("customerId = ?1 and approvalId = ?2", customer.id(), approvalId)
                .firstResultOptional()
                .map(SyncRow::sync);
    }

    public Optional<Sync> open(LockedCustomer customer, String targetApp) {
        return find(
                        "customerId = ?1 and targetApp = ?2 and state in ?3",
                        customer.id(),
                        targetApp,
                        List.of(SyncRow.Name.VERIFYING, SyncRow.Name.APPROVED))
                .firstResultOptional()
                .map(SyncRow::sync);
    }

    public void add(Sync sync) {
        flush(); // a predecessor that has just ended must leave the unique index first
        persist(SyncRow.of(sync));
    }

    public void update(Sync sync) {
        findById(new SyncRow.Key(sync.customerId(), sync.id())).set(sync);
    }

    /** One that a crash left without an end counts from its deadline. */
    public long deleteEndedBefore(Instant instant) {
        return delete("endedAt < ?1 or (endedAt is null and expiresAt < ?1)", instant);
    }
}
