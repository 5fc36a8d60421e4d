package org.mobiletoken.events.sync;

import java.time.Instant;
import java.util.UUID;

/** The second app got no token. */
public record TokenSyncFailed(String customerId, UUID syncId, String targetApp, String reason, Instant at, long version)
        implements SyncEvent {}
