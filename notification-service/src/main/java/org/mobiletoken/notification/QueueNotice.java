package org.mobiletoken.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.mobiletoken.notification.Message.Channel;
import org.mobiletoken.notification.mail.MailSettings;
import org.mobiletoken.notification.postgres.MessageLedger;
import org.mobiletoken.notification.rules.Notice;
import org.mobiletoken.notification.rules.NoticePolicy;

/**
 * Puts a notice into the ledger, a row for each of the customer's addresses, in the transaction of the event that caused it; it is
 * sent after the commit.
 */
@ApplicationScoped
public class QueueNotice {

    /** There may be something to send. */
    record Queued() {}

    private final MessageLedger ledger;
    private final Event<Queued> queued;
    private final Clock clock;
    private final NoticePolicy policy;
    private final Set<Channel> channels;

    public QueueNotice(
            MessageLedger ledger, Event<Queued> queued, Clock clock, NotificationSettings settings, MailSettings mail) {
        this.ledger = ledger;
        this.queued = queued;
        this.clock = clock;
        this.policy = new NoticePolicy(settings.notices().newsFor());
        this.channels = mail.enabled() ? EnumSet.allOf(Channel.class) : EnumSet.of(Channel.SMS);
    }

    public void queue(News news) {
        Instant now = clock.instant();
        if (!policy.isNews(news.details().happenedAt(), now) || isPartOfReplacement(news)) {
            return;
        }
        if (ledger.addPending(news, channels, now)) {
            queued.fire(new Queued());
        }
    }

    private boolean isPartOfReplacement(News news) {
        String app = news.details().app();
        return news.notice() == Notice.ENABLED
                && app != null
                && ledger.replacements(news.customerId(), app).stream()
                        .anyMatch(replacedAt -> NoticePolicy.isOneAction(
                                replacedAt, news.details().happenedAt()));
    }
}
