package org.mobiletoken.sync.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.sync.rules.OfferAnswer;

/** The last answer of a customer to the offer of one app to take over from another. */
@Entity
@Table(name = "offer_answer")
@IdClass(OfferAnswerRow.Key.class)
class OfferAnswerRow {
    record Key(String customerId, String app, String sourceApp) {}

    enum Answer {
        REMIND_NEXT_TIME,
        CANCELLED
    }

    @Id
    @Column(name = "customer_id")
    String customerId;

    @Id
    @Column(name = "app")
    String app;

    @Id
    @Column(name = "source_app")
    String sourceApp;

    @Column(name = "answer")
    @Enumerated(EnumType.STRING)
    Answer answer;

    @Column(name = "session_id")
    @Nullable
    String sessionId;

    @Column(name = "answered_at")
    Instant answeredAt;

    OfferAnswer answer() {
        return switch (answer) {
            case REMIND_NEXT_TIME -> new OfferAnswer.RemindNextTime(sessionId);
            case CANCELLED -> new OfferAnswer.Cancelled(answeredAt);
        };
    }
}
