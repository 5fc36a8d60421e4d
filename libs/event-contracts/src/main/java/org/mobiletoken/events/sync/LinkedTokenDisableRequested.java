package org.mobiletoken.events.sync;

import java.time.Instant;
import java.util.UUID;

/** The other tokens of an ended credential shall be disabled too; no other token is touched. */
public record LinkedTokenDisableRequested(
        String customerId, UUID credentialId, UUID disabledTokenId, String disabledApp, Instant at, long version)
        implements SyncEvent {}
