package org.mobiletoken.sync.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.mobiletoken.delivery.Outbox;
import org.mobiletoken.delivery.OutgoingEvent;
import org.mobiletoken.events.EventTypes;
import org.mobiletoken.events.sync.LinkedTokenDisableRequested;
import org.mobiletoken.events.sync.SyncEvent;
import org.mobiletoken.events.sync.SyncOfferAnswered;
import org.mobiletoken.events.sync.TokenSyncApproved;
import org.mobiletoken.events.sync.TokenSyncCompleted;
import org.mobiletoken.events.sync.TokenSyncFailed;
import org.mobiletoken.sync.rules.OfferAnswer;
import org.mobiletoken.sync.rules.Sync;
import org.mobiletoken.sync.rules.SyncState.Approved;
import org.mobiletoken.sync.rules.SyncState.Completed;
import org.mobiletoken.sync.rules.SyncState.Failed;

/** Tells what happened, in the words of the contracts, together with the transaction in which it happened. */
@ApplicationScoped
public class SyncEvents {
    private static final String SOURCE = "/mobile-token/sync-service";

    private final Outbox outbox;

    SyncEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    public void approved(Sync sync, Approved state, Instant at, long version) {
        add(
                new TokenSyncApproved(
                        sync.customerId(),
                        sync.id(),
                        state.approvalId(),
                        sync.sourceApp(),
                        sync.targetApp(),
                        at,
                        version),
                at);
    }

    public void completed(Sync sync, Completed state, Instant at, long version) {
        add(
                new TokenSyncCompleted(
                        sync.customerId(), sync.id(), state.tokenId(), sync.sourceApp(), sync.targetApp(), at, version),
                at);
    }

    public void failed(Sync sync, Failed state, Instant at, long version) {
        add(new TokenSyncFailed(sync.customerId(), sync.id(), sync.targetApp(), state.reason(), at, version), at);
    }

    public void offerAccepted(String customerId, String app, Instant at, long version) {
        add(new SyncOfferAnswered(customerId, app, SyncOfferAnswered.Answer.ACCEPTED, at, version), at);
    }

    public void offerAnswered(String customerId, String app, OfferAnswer answer, Instant at, long version) {
        SyncOfferAnswered.Answer said = switch (answer) {
            case OfferAnswer.RemindNextTime _ -> SyncOfferAnswered.Answer.REMIND_NEXT_TIME;
            case OfferAnswer.Cancelled _ -> SyncOfferAnswered.Answer.CANCELLED;
        };
        add(new SyncOfferAnswered(customerId, app, said, at, version), at);
    }

    public void linkedDisableRequested(
            String customerId, UUID credentialId, UUID disabledTokenId, String disabledApp, Instant at, long version) {
        add(new LinkedTokenDisableRequested(customerId, credentialId, disabledTokenId, disabledApp, at, version), at);
    }

    private void add(SyncEvent event, Instant at) {
        outbox.add(new OutgoingEvent(
                UUID.randomUUID(),
                EventTypes.topicOf(event.getClass()),
                event.customerId(),
                EventTypes.of(event.getClass()),
                SOURCE,
                at,
                EventTypes.json(event)));
    }
}
