package org.mobiletoken.events.sync;

import org.mobiletoken.events.Event;

/** What sync-service says of joining two apps. */
public sealed interface SyncEvent extends Event
        permits TokenSyncApproved,
                TokenSyncCompleted,
                TokenSyncFailed,
                LinkedTokenDisableRequested,
                SyncOfferAnswered {}
