package org.mobiletoken.sync;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.mobiletoken.sync.messaging.SyncEvents;
import org.mobiletoken.sync.postgres.OfferAnswers;
import org.mobiletoken.sync.rules.OfferAnswer;

/** Keeps that the customer does not want to synchronise now, or not at all. */
@ApplicationScoped
public class AnswerOffer {
    private final OfferAnswers answers;
    private final SyncEvents events;
    private final SyncMetrics metrics;
    private final Clock clock;

    AnswerOffer(OfferAnswers answers, SyncEvents events, SyncMetrics metrics, Clock clock) {
        this.answers = answers;
        this.events = events;
        this.metrics = metrics;
        this.clock = clock;
    }

    public void answer(String customerId, String app, String sourceApp, OfferAnswer answer) {
        QuarkusTransaction.requiringNew().run(() -> {
            Instant now = clock.instant();
            long version = answers.keep(customerId, app, sourceApp, answer, now);
            metrics.answered(app, answer);
            events.offerAnswered(customerId, app, answer, now, version);
        });
    }
}
