package org.mobiletoken.events.sync;

import java.time.Instant;
import java.util.UUID;

/** The second app has its token. */
public record TokenSyncCompleted(
        String customerId, UUID syncId, UUID tokenId, String sourceApp, String targetApp, Instant at, long version)
        implements SyncEvent {}
