package org.mobiletoken.sync;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.mobiletoken.sync.messaging.SyncEvents;
import org.mobiletoken.sync.postgres.Customers;
import org.mobiletoken.sync.postgres.History;
import org.mobiletoken.sync.postgres.LockedCustomer;
import org.mobiletoken.sync.postgres.OfferAnswers;
import org.mobiletoken.sync.rules.OfferAnswer;

/** Keeps that the customer does not want to synchronise now, or not at all. */
@ApplicationScoped
public class AnswerOffer {
    private final Customers customers;
    private final OfferAnswers answers;
    private final History history;
    private final SyncEvents events;
    private final SyncMetrics metrics;
    private final Clock clock;

    AnswerOffer(
            Customers customers,
            OfferAnswers answers,
            History history,
            SyncEvents events,
            SyncMetrics metrics,
            Clock clock) {
        this.customers = customers;
        this.answers = answers;
        this.history = history;
        this.events = events;
        this.metrics = metrics;
        this.clock = clock;
    }

    public void answer(String customerId, String app, String sourceApp, OfferAnswer answer) {
        QuarkusTransaction.requiringNew().run(() -> {
            LockedCustomer customer = customers.lock(customerId);
            Instant now = clock.instant();
            answers.keep(customer, app, sourceApp, answer, now);
            history.add(customer, History.Action.OFFER_ANSWERED, History.CUSTOMER, app, null, nameOf(answer), now);
            metrics.answered(app, answer);
            events.offerAnswered(customerId, app, answer, now, customer.nextVersion());
        });
    }

    private static String nameOf(OfferAnswer answer) {
        return switch (answer) {
            case OfferAnswer.RemindNextTime _ -> "REMIND_NEXT_TIME";
            case OfferAnswer.Cancelled _ -> "CANCELLED";
        };
    }
}
