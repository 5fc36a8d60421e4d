package org.mobiletoken.notification;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.mobiletoken.notification.Message.Channel;
import org.mobiletoken.notification.SendOutcome.Accepted;
import org.mobiletoken.notification.SendOutcome.NotTaken;
import org.mobiletoken.notification.SendOutcome.Refused;
import org.mobiletoken.notification.Sms.Traffic;
import org.mobiletoken.notification.directory.ContactLookup.Found;
import org.mobiletoken.notification.directory.ContactLookup.NoCustomer;
import org.mobiletoken.notification.directory.ContactLookup.Unavailable;
import org.mobiletoken.notification.directory.CustomerDirectory;
import org.mobiletoken.notification.directory.EmailAddress;
import org.mobiletoken.notification.directory.MobileNumber;
import org.mobiletoken.notification.mail.Letter;
import org.mobiletoken.notification.mail.MailGateway;
import org.mobiletoken.notification.postgres.MessageLedger;
import org.mobiletoken.notification.texts.Texts;

/**
 * Sends the notice that has waited longest. Its row says SENDING before the first byte leaves, so a crash leaves a doubt for
 * operations and never a second message; only what provably was not taken is tried again.
 */
@ApplicationScoped
public class SendNotice {

    private final NoticeQueue queue;
    private final MessageLedger ledger;
    private final CustomerDirectory directory;
    private final Texts texts;
    private final SmsGateway gateway;
    private final MailGateway mail;
    private final SettleMessage settleMessage;
    private final SettleTogether settleTogether;
    private final TracedSending tracedSending;
    private final Clock clock;
    private final NotificationSettings.Notices settings;

    public SendNotice(
            NoticeQueue queue,
            MessageLedger ledger,
            CustomerDirectory directory,
            Texts texts,
            SmsGateway gateway,
            MailGateway mail,
            SettleMessage settleMessage,
            SettleTogether settleTogether,
            TracedSending tracedSending,
            Clock clock,
            NotificationSettings settings) {
        this.queue = queue;
        this.ledger = ledger;
        this.directory = directory;
        this.texts = texts;
        this.gateway = gateway;
        this.mail = mail;
        this.settleMessage = settleMessage;
        this.settleTogether = settleTogether;
        this.tracedSending = tracedSending;
        this.clock = clock;
        this.settings = settings.notices();
    }

    /** False if there was nothing to send this way. */
    public boolean sendNext(Channel channel) {
        Optional<Message> next = queue.next(channel);
        next.ifPresent(this::send);
        return next.isPresent();
    }

    private void send(Message notice) {
        switch (directory.contact(notice.id().customerId())) {
            case Found contact -> {
                switch (notice.channel()) {
                    case SMS -> sendSms(notice, contact);
                    case EMAIL -> sendMail(notice, contact);
                }
            }
            case NoCustomer _ -> settle(notice, new Refused("no-customer"));
            case Unavailable _ -> settle(notice, new NotTaken("directory-unavailable"));
        }
    }

    private void sendSms(Message notice, Found contact) {
        MobileNumber number = contact.number();
        if (number == null) {
            settle(notice, new Refused("no-number"));
            return;
        }
        String text = texts.notice(contact.language(), notice.template(), notice.details());
        Sms sms = new Sms(notice.id().messageId(), Traffic.INFO, number.e164(), text, null);
        send(notice, contact, () -> gateway.send(sms));
    }

    private void sendMail(Message notice, Found contact) {
        EmailAddress address = contact.email();
        if (address == null) {
            settle(notice, new Refused("no-address"));
            return;
        }
        Letter letter = texts.letter(contact.language(), address.text(), notice.template(), notice.details());
        send(notice, contact, () -> mail.send(letter));
    }

    private void send(Message notice, Found contact, Supplier<SendOutcome> sending) {
        if (queue.start(notice.id(), contact.language().tag())) {
            settle(notice, tracedSending.of(notice, sending));
        }
    }

    private void settle(Message notice, SendOutcome outcome) {
        if (outcome instanceof Accepted accepted) {
            settleTogether.accept(notice.heading(), accepted);
            return;
        }
        QuarkusTransaction.requiringNew().run(() -> {
            if (outcome instanceof NotTaken && isWorthAnotherTry(notice)) {
                ledger.postpone(notice.id(), settings.retryAfter());
            } else {
                settleMessage.settle(notice.heading(), outcome);
            }
        });
    }

    private boolean isWorthAnotherTry(Message notice) {
        return clock.instant().isBefore(notice.queuedAt().plus(settings.giveUpAfter()));
    }
}
