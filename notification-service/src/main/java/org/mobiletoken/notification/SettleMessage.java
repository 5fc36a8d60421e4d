package org.mobiletoken.notification;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mobiletoken.delivery.TracedEvent;
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
    private final MessageMetrics metrics;
    private final Clock clock;

    public SettleMessage(
            MessageLedger ledger,
            MessageParts parts,
            Customers customers,
            MessageEvents events,
            MessageMetrics metrics,
            Clock clock) {
        this.ledger = ledger;
        this.parts = parts;
        this.customers = customers;
        this.events = events;
        this.metrics = metrics;
        this.clock = clock;
    }

    public void settle(Message.Heading message, SendOutcome outcome) {
        Instant now = clock.instant();
        switch (outcome) {
            case Accepted accepted -> accept(List.of(new Taken(message, accepted, Context.current())));
            case NotTaken(String reason) -> fail(message, MessageState.FAILED, reason, now);
            case Refused(String reason) -> fail(message, MessageState.FAILED, reason, now);
            case TooLate _ -> fail(message, MessageState.EXPIRED, EXPIRED, now);
            case Unknown(String reason) -> doubt(message, reason, now);
        }
    }

    /** A message that a provider has taken over, as part of this trace. */
    record Taken(Message.Heading message, Accepted accepted, Context trace) {
        MessageParts.TakenOver parts() {
            return new MessageParts.TakenOver(message.id(), accepted.provider(), accepted.references());
        }

        TracedEvent told(Instant at, long version) {
            try (Scope _ = trace.makeCurrent()) {
                return MessageEvents.accepted(message, at, version);
            }
        }
    }

    /** The same for messages of different customers that were accepted at the same time. */
    void accept(List<Taken> messages) {
        Instant now = clock.instant();
        List<Acceptance> acceptances =
                parts.accept(messages.stream().map(Taken::parts).toList(), now);
        List<TracedEvent> told = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            if (acceptances.get(i).settled()) {
                metrics.became(messages.get(i).message(), MessageState.ACCEPTED);
                told.add(messages.get(i).told(now, acceptances.get(i).version()));
            }
        }
        events.tell(told);
        for (int i = 0; i < messages.size(); i++) {
            if (acceptances.get(i).receipted()) {
                endByReceiptsBefore(messages.get(i).accepted(), now);
            }
        }
    }

    private void endByReceiptsBefore(Accepted accepted, Instant now) {
        accepted.references().stream()
                .flatMap(reference -> parts.receipted(accepted.provider(), reference).stream())
                .findFirst()
                .ifPresent(receipted -> end(receipted).ifPresent(end -> end(receipted.message(), end, now)));
    }

    /** For a doubt that operations end; false if it has ended. */
    boolean settleByVerdict(Message.Heading message, MessageState state, Instant now) {
        if (state == MessageState.FAILED) {
            return fail(message, state, NOT_SENT, now);
        }
        long version = customers.nextVersion(message.id().customerId());
        boolean settled = ledger.settle(message.id(), state, null, now);
        if (settled) {
            metrics.became(message, state);
            events.tell(List.of(MessageEvents.accepted(message, now, version)));
        }
        return settled;
    }

    /** For receipts that were just noted, in the locks of their customers, as the last thing that the transaction does. */
    void concludeByReceipts(List<Receipted> receipts) {
        Instant now = clock.instant();
        List<Message.Id> delivered = new ArrayList<>();
        for (Receipted receipted : receipts) {
            Optional<MessageState> end = end(receipted);
            if (end.equals(Optional.of(MessageState.DELIVERED))) {
                metrics.became(receipted.message(), MessageState.DELIVERED);
                delivered.add(receipted.message().id());
            } else {
                end.ifPresent(ended -> end(receipted.message(), ended, now));
            }
        }
        parts.concludeDelivered(delivered, now);
    }

    private static Optional<MessageState> end(Receipted receipted) {
        return new Receipts(receipted.parts(), receipted.outcomes()).end();
    }

    private void end(Message.Heading message, MessageState end, Instant now) {
        switch (end) {
            case DELIVERED -> {
                metrics.became(message, end);
                parts.deliver(message.id(), now);
            }
            case EXPIRED -> fail(message, end, EXPIRED, now);
            case FAILED -> fail(message, end, NOT_DELIVERED, now);
            case PENDING, SENDING, ACCEPTED, UNKNOWN ->
                throw new IllegalStateException("No receipt says that a message is " + end);
        }
    }

    private void doubt(Message.Heading message, String reason, Instant now) {
        if (ledger.settle(message.id(), MessageState.UNKNOWN, reason, now)) {
            metrics.became(message, MessageState.UNKNOWN);
        }
    }

    private boolean fail(Message.Heading message, MessageState state, String reason, Instant now) {
        long version = customers.nextVersion(message.id().customerId());
        boolean settled = ledger.settle(message.id(), state, reason, now);
        if (settled) {
            metrics.became(message, state);
            events.tell(List.of(MessageEvents.failed(message, reason, now, version)));
        }
        return settled;
    }
}
