package org.mobiletoken.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.mobiletoken.notification.QueueNotice.Queued;
import org.mobiletoken.notification.postgres.Customers;
import org.mobiletoken.notification.postgres.MessageLedger;
import org.mobiletoken.notification.postgres.Resolutions;
import org.mobiletoken.notification.rules.MessageState;
import org.mobiletoken.notification.rules.Verdict;

/**
 * Operations end a doubt with what they found out at the provider. Each doubt ends once, so a message that was not sent is sent
 * again once; a code is never, since its digits are gone and its time is over.
 */
@ApplicationScoped
public class ResolveMessage {

    /** What became of the attempt to end a doubt. */
    public sealed interface Result {
        record Resolved(MessageState state) implements Result {}

        record NoSuchMessage() implements Result {}

        record NotInDoubt() implements Result {}

        record NeverSentAgain() implements Result {}
    }

    private final Customers customers;
    private final MessageLedger ledger;
    private final Resolutions resolutions;
    private final SettleMessage settleMessage;
    private final Event<Queued> queued;
    private final Clock clock;

    public ResolveMessage(
            Customers customers,
            MessageLedger ledger,
            Resolutions resolutions,
            SettleMessage settleMessage,
            Event<Queued> queued,
            Clock clock) {
        this.customers = customers;
        this.ledger = ledger;
        this.resolutions = resolutions;
        this.settleMessage = settleMessage;
        this.queued = queued;
        this.clock = clock;
    }

    @Transactional
    public Result resolve(Message.Id id, Verdict verdict, String reason, String reference, StaffMember by) {
        Optional<Message> found = ledger.find(id);
        if (found.isEmpty()) {
            return new Result.NoSuchMessage();
        }
        Message message = found.get();
        if (message.state() != MessageState.UNKNOWN) {
            return new Result.NotInDoubt();
        }
        if (verdict == Verdict.SEND_AGAIN && message.kind() == Message.Kind.OTP) {
            return new Result.NeverSentAgain();
        }
        customers.lock(id.customerId());
        Instant now = clock.instant();
        if (!end(message.heading(), verdict, now)) {
            return new Result.NotInDoubt();
        }
        resolutions.add(id, new Resolution(verdict, reason, reference, by, now));
        return new Result.Resolved(verdict.state());
    }

    private boolean end(Message.Heading message, Verdict verdict, Instant now) {
        return switch (verdict) {
            case SENT, NOT_SENT -> settleMessage.settleByVerdict(message, verdict.state(), now);
            case SEND_AGAIN -> {
                queued.fire(new Queued());
                yield ledger.queueAgain(message.id(), now);
            }
        };
    }
}
