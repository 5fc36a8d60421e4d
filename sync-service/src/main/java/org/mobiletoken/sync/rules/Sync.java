package org.mobiletoken.sync.rules;

import java.time.Instant;
import java.util.UUID;

/** One synchronisation: the target app is to get the token setting of the source app. */
public record Sync(UUID id, String customerId, String sourceApp, String targetApp, Instant startedAt, SyncState state) {

    public Sync in(SyncState next) {
        return new Sync(id, customerId, sourceApp, targetApp, startedAt, next);
    }

    /** The proof, not the request, says which app it came from. */
    public Sync provenFrom(String app) {
        return new Sync(id, customerId, app, targetApp, startedAt, state);
    }
}
