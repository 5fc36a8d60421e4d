package org.mobiletoken.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.mobiletoken.notification.SendOutcome.Accepted;
import org.mobiletoken.notification.SendOutcome.NotTaken;
import org.mobiletoken.notification.SendOutcome.Refused;
import org.mobiletoken.notification.SendOutcome.Unknown;
import org.mobiletoken.notification.messaging.MessageEvents;
import org.mobiletoken.notification.postgres.Customers;
import org.mobiletoken.notification.postgres.MessageLedger;
import org.mobiletoken.notification.postgres.MessageLedger.Settlement;
import org.mobiletoken.notification.rules.MessageState;

/** Writes down how a message ended and tells so, once, in the caller's transaction; a doubt is kept and not told as an end. */
@ApplicationScoped
public class SettleMessage {

    private final MessageLedger ledger;
    private final Customers customers;
    private final MessageEvents events;
    private final Clock clock;

    public SettleMessage(MessageLedger ledger, Customers customers, MessageEvents events, Clock clock) {
        this.ledger = ledger;
        this.customers = customers;
        this.events = events;
        this.clock = clock;
    }

    public void settle(Message.Id id, String template, Message.Channel channel, SendOutcome outcome) {
        Instant now = clock.instant();
        switch (outcome) {
            case Accepted(String reference, int parts) -> {
                long version = customers.nextVersion(id.customerId());
                if (ledger.settle(id, MessageState.ACCEPTED, new Settlement(null, reference, parts), now)) {
                    events.accepted(id, template, channel, now, version);
                }
            }
            case NotTaken(String reason) -> fail(id, template, channel, reason, now);
            case Refused(String reason) -> fail(id, template, channel, reason, now);
            case Unknown(String reason) ->
                ledger.settle(id, MessageState.UNKNOWN, new Settlement(reason, null, null), now);
        }
    }

    private void fail(Message.Id id, String template, Message.Channel channel, String reason, Instant now) {
        long version = customers.nextVersion(id.customerId());
        if (ledger.settle(id, MessageState.FAILED, new Settlement(reason, null, null), now)) {
            events.failed(id, template, channel, reason, now, version);
        }
    }
}
