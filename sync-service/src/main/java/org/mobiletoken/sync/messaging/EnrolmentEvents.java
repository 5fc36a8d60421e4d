package org.mobiletoken.sync.messaging;

import io.quarkus.runtime.Startup;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.mobiletoken.delivery.Inbox;
import org.mobiletoken.delivery.IncomingEvent;
import org.mobiletoken.events.Event;
import org.mobiletoken.events.enrolment.BiometricDisabled;
import org.mobiletoken.events.enrolment.BiometricEnabled;
import org.mobiletoken.events.enrolment.EnrolmentFailed;
import org.mobiletoken.events.enrolment.TokenDisabled;
import org.mobiletoken.events.enrolment.TokenEnabled;
import org.mobiletoken.sync.FollowTokens;
import org.mobiletoken.sync.rules.DisableCause;

/** What enrolment-service tells of tokens. */
@Startup
@ApplicationScoped
class EnrolmentEvents {
    private final Inbox inbox;
    private final FollowTokens tokens;

    EnrolmentEvents(Inbox inbox, FollowTokens tokens) {
        this.inbox = inbox;
        this.tokens = tokens;
        inbox.register(TokenReports.CONSUMER, "enrolment-events", this::handle);
        inbox.guardedByVersions(TokenReports.CONSUMER);
    }

    @Incoming("enrolment-events")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        inbox.receive(TokenReports.CONSUMER, record, this::handle);
    }

    private void handle(IncomingEvent incoming) {
        Contracts.read(incoming).ifPresent(this::follow);
    }

    private void follow(Event event) {
        switch (event) {
            case TokenEnabled enabled ->
                tokens.enabled(enabled.customerId(), TokenReports.stateOf(enabled), enabled.approvalId());
            case TokenDisabled disabled -> tokens.disabled(endOf(disabled), disabled.version());
            case BiometricEnabled on -> tokens.biometric(on.customerId(), on.tokenId(), true, on.version());
            case BiometricDisabled off -> tokens.biometric(off.customerId(), off.tokenId(), false, off.version());
            case EnrolmentFailed failed -> {
                UUID approval = failed.approvalId();
                if (approval != null) {
                    tokens.notApplied(failed.customerId(), approval, failed.reason());
                }
            }
            default -> {} // becoming effective and authorising change nothing that is known here
        }
    }

    private static FollowTokens.Disabled endOf(TokenDisabled disabled) {
        return new FollowTokens.Disabled(
                disabled.customerId(), disabled.credentialId(), disabled.tokenId(), disabled.app(), causeOf(disabled));
    }

    private static DisableCause causeOf(TokenDisabled disabled) {
        return switch (disabled.cause()) {
            case CUSTOMER -> DisableCause.CUSTOMER;
            case BANK -> DisableCause.BANK;
            case DEVICE_REPLACED -> DisableCause.DEVICE_REPLACED;
            case LINKED_APP_DISABLED -> DisableCause.LINKED_APP_DISABLED;
        };
    }
}
