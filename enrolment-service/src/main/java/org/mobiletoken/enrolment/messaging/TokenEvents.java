package org.mobiletoken.enrolment.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.delivery.Outbox;
import org.mobiletoken.delivery.OutgoingEvent;
import org.mobiletoken.delivery.TracedEvent;
import org.mobiletoken.enrolment.TokenMetrics;
import org.mobiletoken.enrolment.TokenMetrics.Origin;
import org.mobiletoken.enrolment.rules.Approval;
import org.mobiletoken.enrolment.rules.ApprovalId;
import org.mobiletoken.enrolment.rules.EndCause;
import org.mobiletoken.enrolment.rules.Enrolment;
import org.mobiletoken.enrolment.rules.Synchronising;
import org.mobiletoken.enrolment.rules.Token;
import org.mobiletoken.events.Event;
import org.mobiletoken.events.EventTypes;
import org.mobiletoken.events.enrolment.EnrolmentFailed;
import org.mobiletoken.events.enrolment.TokenBecameEffective;
import org.mobiletoken.events.enrolment.TokenDisabled;
import org.mobiletoken.events.enrolment.TokenEnabled;

/** Facts about tokens as events, published and counted if the transaction that tells them commits. */
@ApplicationScoped
public class TokenEvents {

    private static final String SOURCE = "/mobile-token/enrolment-service";

    private final Outbox outbox;
    private final TokenMetrics metrics;

    TokenEvents(Outbox outbox, TokenMetrics metrics) {
        this.outbox = outbox;
        this.metrics = metrics;
    }

    public void publish(Event event, Instant at) {
        outbox.add(outgoing(event, at));
    }

    void publishAll(List<TracedEvent> events) {
        outbox.addAll(events);
    }

    static OutgoingEvent outgoing(Event event, Instant at) {
        return new OutgoingEvent(
                UUID.randomUUID(),
                EventTypes.topicOf(event.getClass()),
                event.customerId(),
                EventTypes.of(event.getClass()),
                SOURCE,
                at,
                EventTypes.json(event));
    }

    /** @param approval the synchronisation that the token came from, or null where it was enabled by itself */
    public void enabled(Token token, @Nullable ApprovalId approval, long version) {
        metrics.enabled(token.app(), approval == null ? Origin.ENABLED : Origin.SYNCHRONISED);
        publish(
                new TokenEnabled(
                        token.customerId(),
                        token.credential().value(),
                        token.id().value(),
                        token.app(),
                        token.key().thumbprint(),
                        approval == null ? TokenEnabled.Cause.ENABLED : TokenEnabled.Cause.SYNCHRONISED,
                        approval == null ? null : approval.value(),
                        token.deviceName(),
                        token.enabledAt(),
                        token.effectiveAt(),
                        version),
                token.enabledAt());
    }

    public void disabled(Token token, EndCause cause, Instant disabledAt, long version) {
        metrics.disabled(token.app(), cause);
        TokenDisabled.Cause told = switch (cause) {
            case CUSTOMER -> TokenDisabled.Cause.CUSTOMER;
            case LINKED_APP_DISABLED -> TokenDisabled.Cause.LINKED_APP_DISABLED;
            case DEVICE_REPLACED -> TokenDisabled.Cause.DEVICE_REPLACED;
            case BANK -> TokenDisabled.Cause.BANK;
        };
        publish(
                new TokenDisabled(
                        token.customerId(),
                        token.credential().value(),
                        token.id().value(),
                        token.app(),
                        told,
                        token.deviceName(),
                        token.biometric() != null,
                        disabledAt,
                        version),
                disabledAt);
    }

    public void becameEffective(Token token, long version) {
        publish(
                new TokenBecameEffective(
                        token.customerId(),
                        token.credential().value(),
                        token.id().value(),
                        token.app(),
                        token.effectiveAt(),
                        version),
                token.effectiveAt());
    }

    public void enrolmentFailed(Enrolment.Ended enrolment, Instant at, long version) {
        Enrolment.Details details = enrolment.details();
        metrics.ended(details.request().app(), enrolment.reason());
        publish(
                new EnrolmentFailed(
                        details.customerId(),
                        details.id().value(),
                        null,
                        details.request().app(),
                        enrolment.reason().name(),
                        at,
                        version),
                at);
    }

    public void synchronisationFailed(Approval approval, Synchronising.Reason reason, Instant at, long version) {
        metrics.ended(approval.targetApp(), reason);
        publish(
                new EnrolmentFailed(
                        approval.customerId(),
                        null,
                        approval.id().value(),
                        approval.targetApp(),
                        reason.name(),
                        at,
                        version),
                at);
    }
}
