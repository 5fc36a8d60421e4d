package org.mobiletoken.notification;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.mobiletoken.notification.SendOutcome.Accepted;
import org.mobiletoken.notification.SendOutcome.NotTaken;
import org.mobiletoken.notification.SendOutcome.Refused;
import org.mobiletoken.notification.SendOutcome.TooLate;
import org.mobiletoken.notification.SendOutcome.Unknown;
import org.mobiletoken.notification.Sms.Traffic;
import org.mobiletoken.notification.directory.ContactLookup.Found;
import org.mobiletoken.notification.directory.ContactLookup.NoCustomer;
import org.mobiletoken.notification.directory.ContactLookup.NoNumber;
import org.mobiletoken.notification.directory.ContactLookup.Unavailable;
import org.mobiletoken.notification.directory.CustomerDirectory;
import org.mobiletoken.notification.postgres.MessageLedger;
import org.mobiletoken.notification.texts.Texts;

/**
 * Sends the notice that has waited longest. Its row says SENDING before the first byte leaves, so a crash leaves a doubt for
 * operations and never a second message; only what provably was not taken is tried again.
 */
@ApplicationScoped
public class SendNotice {

    private final MessageLedger ledger;
    private final CustomerDirectory directory;
    private final Texts texts;
    private final SmsGateway gateway;
    private final SettleMessage settleMessage;
    private final Clock clock;
    private final NotificationSettings.Notices settings;

    public SendNotice(
            MessageLedger ledger,
            CustomerDirectory directory,
            Texts texts,
            SmsGateway gateway,
            SettleMessage settleMessage,
            Clock clock,
            NotificationSettings settings) {
        this.ledger = ledger;
        this.directory = directory;
        this.texts = texts;
        this.gateway = gateway;
        this.settleMessage = settleMessage;
        this.clock = clock;
        this.settings = settings.notices();
    }

    /** False if there was nothing to send. */
    public boolean sendNext() {
        Optional<Message> next =
                QuarkusTransaction.requiringNew().call(() -> ledger.reserveNext(settings.reserveFor()));
        next.ifPresent(this::send);
        return next.isPresent();
    }

    private void send(Message notice) {
        switch (directory.contact(notice.id().customerId())) {
            case Found contact -> send(notice, contact);
            case NoNumber _ -> settle(notice, new Refused("no-number"));
            case NoCustomer _ -> settle(notice, new Refused("no-customer"));
            case Unavailable _ -> settle(notice, new NotTaken("directory-unavailable"));
        }
    }

    private void send(Message notice, Found contact) {
        String text = texts.notice(contact.language(), notice.template(), notice.details());
        boolean started = QuarkusTransaction.requiringNew()
                .call(() -> ledger.startSending(notice.id(), contact.language().tag()));
        if (started) {
            settle(
                    notice,
                    gateway.send(new Sms(
                            notice.id().messageId(),
                            Traffic.INFO,
                            contact.number().e164(),
                            text,
                            null)));
        }
    }

    private void settle(Message notice, SendOutcome outcome) {
        QuarkusTransaction.requiringNew().run(() -> {
            switch (outcome) {
                case NotTaken _ when isWorthAnotherTry(notice) -> ledger.postpone(notice.id(), settings.retryAfter());
                case NotTaken _, Accepted _, Refused _, TooLate _, Unknown _ ->
                    settleMessage.settle(notice.heading(), outcome);
            }
        });
    }

    private boolean isWorthAnotherTry(Message notice) {
        return clock.instant().isBefore(notice.queuedAt().plus(settings.giveUpAfter()));
    }
}
