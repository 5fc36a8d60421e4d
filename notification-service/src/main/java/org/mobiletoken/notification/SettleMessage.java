package org.mobiletoken.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.mobiletoken.notification.SendOutcome.Accepted;
import org.mobiletoken.notification.SendOutcome.NotTaken;
import org.mobiletoken.notification.SendOutcome.Refused;
import org.mobiletoken.notification.SendOutcome.TooLate;
import org.mobiletoken.notification.SendOutcome.Unknown;
import org.mobiletoken.notification.messaging.MessageEvents;
import org.mobiletoken.notification.postgres.Customers;
import org.mobiletoken.notification.postgres.MessageLedger;
import org.mobiletoken.notification.postgres.MessageParts;
import org.mobiletoken.notification.postgres.MessageParts.Acceptance;
import org.mobiletoken.notification.postgres.MessageParts.Receipted;
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
            case Unknown(String reason) -> ledger.settle(message.id(), MessageState.UNKNOWN, reason, now);
        }
    }

    private void accept(Message.Heading message, Accepted accepted, Instant now) {
        Acceptance acceptance = parts.accept(message.id(), accepted.provider(), accepted.references(), now);
        if (acceptance.settled()) {
            events.accepted(message, now, acceptance.version());
        }
        if (acceptance.receipted()) {
            accepted.references().stream()
                    .flatMap(reference -> parts.receipted(accepted.provider(), reference).stream())
                    .findFirst()
                    .ifPresent(receipted -> end(receipted).ifPresent(end -> end(message, end, now)));
        }
    }

    /** For a doubt that operations end; false if it has ended. */
    boolean settleByVerdict(Message.Heading message, MessageState state, Instant now) {
        if (state == MessageState.FAILED) {
            return fail(message, state, NOT_SENT, now);
        }
        long version = customers.nextVersion(message.id().customerId());
        boolean settled = ledger.settle(message.id(), state, null, now);
        if (settled) {
            events.accepted(message, now, version);
        }
        return settled;
    }

    /** For a receipt that was just noted, in the customer's lock, as the last thing that the transaction does. */
    void concludeByReceipts(Receipted receipted) {
        Instant now = clock.instant();
        Optional<MessageState> end = end(receipted);
        if (end.equals(Optional.of(MessageState.DELIVERED))) {
            parts.concludeDelivered(receipted.message().id(), now);
        } else {
            end.ifPresent(ended -> end(receipted.message(), ended, now));
        }
    }

    private static Optional<MessageState> end(Receipted receipted) {
        return new Receipts(receipted.parts(), receipted.outcomes()).end();
    }

    private void end(Message.Heading message, MessageState end, Instant now) {
        switch (end) {
            case DELIVERED -> parts.deliver(message.id(), now);
            case EXPIRED -> fail(message, end, EXPIRED, now);
            case FAILED -> fail(message, end, NOT_DELIVERED, now);
            case PENDING, SENDING, ACCEPTED, UNKNOWN ->
                throw new IllegalStateException("No receipt says that a message is " + end);
        }
    }

    private boolean fail(Message.Heading message, MessageState state, String reason, Instant now) {
        long version = customers.nextVersion(message.id().customerId());
        boolean settled = ledger.settle(message.id(), state, reason, now);
        if (settled) {
            events.failed(message, reason, now, version);
        }
        return settled;
    }
}
