package org.mobiletoken.sync.rules;

import java.time.Instant;
import java.util.UUID;

/**
 * How far a synchronisation has come.
 *
 * <pre>
 * Verifying ──▶ Approved ──▶ Completed
 *     │             │            ▲
 *     ▼             ▼            │ (enrolled in time, told late)
 *  Refused        Failed ────────┘
 * </pre>
 */
public sealed interface SyncState {
    /** The proof is being verified; until the deadline nobody else may start the same. */
    record Verifying(Instant deadline) implements SyncState {}

    /** The proof was right; the approval waits to be applied. */
    record Approved(UUID approvalId, Instant expiresAt) implements SyncState {}

    /** The target app has its token. */
    record Completed(UUID approvalId, UUID tokenId, Instant at) implements SyncState {}

    /** The approval came to nothing. */
    record Failed(UUID approvalId, String reason, Instant at) implements SyncState {}

    /** The proof was not accepted, so nothing was approved. */
    record Refused(String reason, Instant at) implements SyncState {}

    String EXPIRED = "expired";
    String LAPSED = "lapsed";

    /** An open synchronisation keeps a second one for the same app from starting. */
    default boolean isOpen() {
        return switch (this) {
            case Verifying _ -> true;
            case Approved _ -> true;
            case Completed _ -> false;
            case Failed _ -> false;
            case Refused _ -> false;
        };
    }

    /** What this has become by {@code now}: what is open ends at its deadline. */
    default SyncState at(Instant now) {
        return switch (this) {
            case Verifying(Instant deadline) when !now.isBefore(deadline) -> new Refused(LAPSED, deadline);
            case Approved(UUID approval, Instant expiresAt)
            when !now.isBefore(expiresAt) -> new Failed(approval, EXPIRED, expiresAt);
            case Verifying _ -> this;
            case Approved _ -> this;
            case Completed _ -> this;
            case Failed _ -> this;
            case Refused _ -> this;
        };
    }

    /** The target app was enabled. That is a fact, also when it is told after this had been given up. */
    default SyncState enabled(UUID tokenId, Instant at) {
        return switch (this) {
            case Approved approved -> new Completed(approved.approvalId(), tokenId, at);
            case Failed failed when failed.reason().equals(EXPIRED) -> new Completed(failed.approvalId(), tokenId, at);
            case Verifying _ -> this;
            case Completed _ -> this;
            case Failed _ -> this;
            case Refused _ -> this;
        };
    }

    /** The approval could not be applied. */
    default SyncState failed(String reason, Instant at) {
        return switch (this) {
            case Approved approved -> new Failed(approved.approvalId(), reason, at);
            case Verifying _ -> this;
            case Completed _ -> this;
            case Failed _ -> this;
            case Refused _ -> this;
        };
    }
}
