package org.mobiletoken.sync.http;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.sync.rules.Sync;
import org.mobiletoken.sync.rules.SyncState;

/** How far a synchronisation has come. */
public record SyncView(
        UUID syncId,
        State state,
        @Nullable UUID tokenId,
        @Nullable String reason) {
    /** The states as the app knows them. */
    public enum State {
        VERIFYING,
        APPROVED,
        COMPLETED,
        FAILED,
        REFUSED
    }

    static SyncView of(Sync sync) {
        return switch (sync.state()) {
            case SyncState.Verifying _ -> new SyncView(sync.id(), State.VERIFYING, null, null);
            case SyncState.Approved _ -> new SyncView(sync.id(), State.APPROVED, null, null);
            case SyncState.Completed completed -> new SyncView(sync.id(), State.COMPLETED, completed.tokenId(), null);
            case SyncState.Failed failed -> new SyncView(sync.id(), State.FAILED, null, failed.reason());
            case SyncState.Refused refused -> new SyncView(sync.id(), State.REFUSED, null, refused.reason());
        };
    }
}
