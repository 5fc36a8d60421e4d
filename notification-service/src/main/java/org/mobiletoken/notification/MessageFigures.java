package org.mobiletoken.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.mobiletoken.notification.postgres.MessageLedger;
import org.mobiletoken.operations.Figure;

/** How many messages are of unknown fate, and how long the notices that are due have been waiting. */
@ApplicationScoped
class MessageFigures {
    @Produces
    @Singleton
    Figure inDoubt(MessageLedger ledger) {
        return Figure.whole(
                "messages_in_doubt",
                "Messages of unknown fate that wait for a receipt or for operations",
                Duration.ofMinutes(1),
                ledger::countInDoubt);
    }

    @Produces
    @Singleton
    Figure oldestNotices(MessageLedger ledger) {
        return new Figure(
                "notice_oldest_age_seconds",
                "How long the oldest notice that is due has been waiting",
                "channel",
                Duration.ofMinutes(1),
                () -> agesByChannel(ledger));
    }

    private static Map<String, Double> agesByChannel(MessageLedger ledger) {
        Map<String, Double> ages = new HashMap<>();
        for (Message.Channel channel : Message.Channel.values()) {
            ages.put(
                    channel.name().toLowerCase(Locale.ROOT),
                    ledger.oldestDue(channel).toMillis() / 1000.0);
        }
        return ages;
    }
}
