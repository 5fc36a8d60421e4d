package org.mobiletoken.events.sync;

import java.time.Instant;
import java.util.UUID;

/** A synchronisation was proven. It carries no authority: the approval it names is what gets applied, once. */
public record TokenSyncApproved(
        String customerId, UUID syncId, UUID approvalId, String sourceApp, String targetApp, Instant at, long version)
        implements SyncEvent {}
