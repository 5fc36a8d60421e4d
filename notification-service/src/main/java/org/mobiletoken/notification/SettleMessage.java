package org.mobiletoken.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.mobiletoken.notification.SendOutcome.Accepted;
import org.mobiletoken.notification.SendOutcome.NotTaken;
import org.mobiletoken.notification.SendOutcome.Refused;
import org.mobiletoken.notification.SendOutcome.TooLate;
import org.mobiletoken.notification.SendOutcome.Unknown;
import org.mobiletoken.notification.messaging.MessageEvents;
import org.mobiletoken.notification.postgres.Customers;
import org.mobiletoken.notification.postgres.MessageLedger;
import org.mobiletoken.notification.postgres.MessageLedger.Settlement;
import org.mobiletoken.notification.postgres.MessageParts;
import org.mobiletoken.notification.rules.MessageState;
import org.mobiletoken.notification.rules.Receipts;

/** Writes down how a message ended and tells so, once, in the caller's transaction; a doubt is kept and not told as an end. */
@ApplicationScoped
public class SettleMessage {

    private static final String EXPIRED = "expired";
    private static final String NOT_DELIVERED = "not-delivered";
    private static final String NOT_SENT = "not-sent";

    private final MessageLedger ledger;
    private final MessageParts parts;
    private final Customers customers;
    private final MessageEvents events;
    private final Clock clock;

    public SettleMessage(
            MessageLedger ledger, MessageParts parts, Customers customers, MessageEvents events, Clock clock) {
        this.ledger = ledger;
        this.parts = parts;
        this.customers = customers;
        this.events = events;
        this.clock = clock;
    }

    public void settle(Message.Heading message, SendOutcome outcome) {
        Instant now = clock.instant();
        switch (outcome) {
            case Accepted accepted -> accept(message, accepted, now);
            case NotTaken(String reason) -> fail(message, MessageState.FAILED, reason, now);
            case Refused(String reason) -> fail(message, MessageState.FAILED, reason, now);
            case TooLate _ -> fail(message, MessageState.EXPIRED, EXPIRED, now);
            case Unknown(String reason) ->
                ledger.settle(message.id(), MessageState.UNKNOWN, new Settlement(reason, null), now);
        }
    }

    private void accept(Message.Heading message, Accepted accepted, Instant now) {
        long version = customers.nextVersion(message.id().customerId());
        Settlement settlement = new Settlement(null, accepted.references().size());
        if (ledger.settle(message.id(), MessageState.ACCEPTED, settlement, now)) {
            events.accepted(message, now, version);
            if (parts.add(message.id(), accepted.provider(), accepted.references())) {
                endIfReceiptsSaySo(message.id(), now);
            }
        }
    }

    /** For a doubt that operations end; false if it has ended. */
    boolean settleByVerdict(Message.Heading message, MessageState state, Instant now) {
        if (state == MessageState.FAILED) {
            return fail(message, state, NOT_SENT, now);
        }
        long version = customers.nextVersion(message.id().customerId());
        boolean settled = ledger.settle(message.id(), state, new Settlement(null, null), now);
        if (settled) {
            events.accepted(message, now, version);
        }
        return settled;
    }

    /** For a receipt that was just noted. */
    void settleByReceipts(Message.Id id) {
        customers.lock(id.customerId());
        endIfReceiptsSaySo(id, clock.instant());
    }

    private void endIfReceiptsSaySo(Message.Id id, Instant now) {
        ledger.find(id)
                .ifPresent(message -> new Receipts(message.parts(), parts.outcomes(id))
                        .end()
                        .ifPresent(end -> end(message.heading(), end, now)));
    }

    private void end(Message.Heading message, MessageState end, Instant now) {
        switch (end) {
            case DELIVERED -> ledger.settle(message.id(), end, new Settlement(null, null), now);
            case EXPIRED -> fail(message, end, EXPIRED, now);
            case FAILED -> fail(message, end, NOT_DELIVERED, now);
            case PENDING, SENDING, ACCEPTED, UNKNOWN ->
                throw new IllegalStateException("No receipt says that a message is " + end);
        }
    }

    private boolean fail(Message.Heading message, MessageState state, String reason, Instant now) {
        long version = customers.nextVersion(message.id().customerId());
        boolean settled = ledger.settle(message.id(), state, new Settlement(reason, null), now);
        if (settled) {
            events.failed(message, reason, now, version);
        }
        return settled;
    }
}
