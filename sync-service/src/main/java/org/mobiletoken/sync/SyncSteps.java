package org.mobiletoken.sync;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.sync.messaging.SyncEvents;
import org.mobiletoken.sync.postgres.History;
import org.mobiletoken.sync.postgres.LockedCustomer;
import org.mobiletoken.sync.postgres.Syncs;
import org.mobiletoken.sync.rules.Sync;
import org.mobiletoken.sync.rules.SyncState.Approved;
import org.mobiletoken.sync.rules.SyncState.Completed;
import org.mobiletoken.sync.rules.SyncState.Failed;
import org.mobiletoken.sync.rules.SyncState.Refused;
import org.mobiletoken.sync.rules.SyncState.Verifying;

/** Each step of a synchronisation is kept, written to the history and told to others in one transaction. */
@ApplicationScoped
class SyncSteps {
    /** A synchronisation took a step; delivered after the commit. */
    record Taken(UUID syncId) {}

    private final Syncs syncs;
    private final SyncEvents events;
    private final History history;
    private final Event<Taken> taken;
    private final SyncMetrics metrics;
    private final Clock clock;

    SyncSteps(Syncs syncs, SyncEvents events, History history, Event<Taken> taken, SyncMetrics metrics, Clock clock) {
        this.syncs = syncs;
        this.events = events;
        this.history = history;
        this.taken = taken;
        this.metrics = metrics;
        this.clock = clock;
    }

    void take(LockedCustomer customer, Sync sync, String actor) {
        syncs.update(sync);
        metrics.stepped(sync.targetApp(), sync.state());
        Instant now = clock.instant();
        switch (sync.state()) {
            case Verifying _ -> {}
            case Approved approved -> {
                add(customer, History.Action.SYNC_APPROVED, actor, sync, null, now);
                events.offerAccepted(customer.id(), sync.targetApp(), now, customer.nextVersion());
                events.approved(sync, approved, now, customer.nextVersion());
            }
            case Completed completed -> {
                add(customer, History.Action.SYNC_COMPLETED, actor, sync, null, now);
                events.completed(sync, completed, now, customer.nextVersion());
            }
            case Failed failed -> {
                add(customer, History.Action.SYNC_FAILED, actor, sync, failed.reason(), now);
                events.failed(sync, failed, now, customer.nextVersion());
            }
            case Refused refused -> add(customer, History.Action.SYNC_REFUSED, actor, sync, refused.reason(), now);
        }
        taken.fire(new Taken(sync.id()));
    }

    private void add(
            LockedCustomer customer,
            History.Action action,
            String actor,
            Sync sync,
            @Nullable String cause,
            Instant now) {
        history.add(customer, action, actor, sync.targetApp(), sync.id(), cause, now);
    }
}
