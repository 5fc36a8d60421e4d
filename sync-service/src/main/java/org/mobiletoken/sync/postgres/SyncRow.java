package org.mobiletoken.sync.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.sync.rules.Sync;
import org.mobiletoken.sync.rules.SyncState;

/** A synchronisation, with the columns that its state has. */
@Entity
@Table(name = "sync")
@IdClass(SyncRow.Key.class)
class SyncRow {
    record Key(String customerId, UUID id) {}

    enum Name {
        VERIFYING,
        APPROVED,
        COMPLETED,
        FAILED,
        REFUSED
    }

    @Id
    @Column(name = "customer_id")
    String customerId;

    @Id
    @Column(name = "id")
    UUID id;

    @Column(name = "source_app")
    String sourceApp;

    @Column(name = "target_app")
    String targetApp;

    @Column(name = "state")
    @Enumerated(EnumType.STRING)
    Name state;

    @Column(name = "started_at")
    Instant startedAt;

    @Column(name = "expires_at")
    @Nullable
    Instant expiresAt;

    @Column(name = "approval_id")
    @Nullable
    UUID approvalId;

    @Column(name = "token_id")
    @Nullable
    UUID tokenId;

    @Column(name = "reason")
    @Nullable
    String reason;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    static SyncRow of(Sync sync) {
        SyncRow row = new SyncRow();
        row.customerId = sync.customerId();
        row.id = sync.id();
        row.targetApp = sync.targetApp();
        row.startedAt = sync.startedAt();
        row.set(sync);
        return row;
    }

    void set(Sync sync) {
        sourceApp = sync.sourceApp();
        reason = null;
        switch (sync.state()) {
            case SyncState.Verifying(Instant deadline) -> {
                state = Name.VERIFYING;
                expiresAt = deadline;
            }
            case SyncState.Approved(UUID approval, Instant expires) -> {
                state = Name.APPROVED;
                approvalId = approval;
                expiresAt = expires;
            }
            case SyncState.Completed(UUID approval, UUID token, Instant at) -> {
                state = Name.COMPLETED;
                approvalId = approval;
                tokenId = token;
                endedAt = at;
            }
            case SyncState.Failed(UUID approval, String why, Instant at) -> {
                state = Name.FAILED;
                approvalId = approval;
                reason = why;
                endedAt = at;
            }
            case SyncState.Refused(String why, Instant at) -> {
                state = Name.REFUSED;
                reason = why;
                endedAt = at;
            }
        }
    }

    Sync sync() {
        SyncState now = switch (state) {
            case VERIFYING -> new SyncState.Verifying(present(expiresAt));
            case APPROVED -> new SyncState.Approved(present(approvalId), present(expiresAt));
            case COMPLETED -> new SyncState.Completed(present(approvalId), present(tokenId), present(endedAt));
            case FAILED -> new SyncState.Failed(present(approvalId), present(reason), present(endedAt));
            case REFUSED -> new SyncState.Refused(present(reason), present(endedAt));
        };
        return new Sync(id, customerId, sourceApp, targetApp, startedAt, now);
    }

    private static <T> T present(@Nullable T column) {
        return Objects.requireNonNull(column, "a constraint of the table says that this state has it");
    }
}
