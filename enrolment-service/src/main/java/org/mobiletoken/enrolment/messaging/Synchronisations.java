package org.mobiletoken.enrolment.messaging;

import io.quarkus.runtime.Startup;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.mobiletoken.delivery.Inbox;
import org.mobiletoken.delivery.IncomingEvent;
import org.mobiletoken.enrolment.ApplySync;
import org.mobiletoken.enrolment.EndLinkedTokens;
import org.mobiletoken.enrolment.rules.ApprovalId;
import org.mobiletoken.enrolment.rules.CredentialId;
import org.mobiletoken.events.Event;
import org.mobiletoken.events.sync.LinkedTokenDisableRequested;
import org.mobiletoken.events.sync.TokenSyncApproved;

/** What sync-service asks for: to apply an approved synchronisation, and to end the tokens of linked apps. */
@Startup
@ApplicationScoped
class Synchronisations {

    private static final String CONSUMER = "enrolment-synchronisations";

    private final Inbox inbox;
    private final ApplySync applySync;
    private final EndLinkedTokens endLinkedTokens;

    Synchronisations(Inbox inbox, ApplySync applySync, EndLinkedTokens endLinkedTokens) {
        this.inbox = inbox;
        this.applySync = applySync;
        this.endLinkedTokens = endLinkedTokens;
        inbox.register(CONSUMER, "synchronisations", this::handle);
    }

    @Incoming("synchronisations")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        inbox.receive(CONSUMER, record, this::handle);
    }

    private void handle(IncomingEvent incoming) {
        Contracts.read(incoming).ifPresent(this::follow);
    }

    private void follow(Event event) {
        switch (event) {
            case TokenSyncApproved approved ->
                applySync.apply(
                        approved.customerId(),
                        new ApprovalId(approved.approvalId()),
                        approved.sourceApp(),
                        approved.targetApp());
            case LinkedTokenDisableRequested requested ->
                endLinkedTokens.of(requested.customerId(), new CredentialId(requested.credentialId()));
            default -> {} // the rest of a synchronisation's story asks nothing of this service
        }
    }
}
