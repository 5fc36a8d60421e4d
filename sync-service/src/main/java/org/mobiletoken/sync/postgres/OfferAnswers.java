package org.mobiletoken.sync.postgres;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.sync.rules.OfferAnswer;

/** What customers last said to offers. */
@ApplicationScoped
public class OfferAnswers implements PanacheRepositoryBase<OfferAnswerRow, OfferAnswerRow.Key> {

    /** The customer's row comes first, for whoever holds it has everything of the customer to himself. */
    private static final String KEEP = """
            with told as (
                insert into customer (customer_id, version) values (:customer, 1)
                on conflict (customer_id) do update set version = customer.version + 1
                returning version),
            answered as (
                insert into offer_answer (customer_id, app, source_app, answer, session_id, answered_at)
                values (:customer, :app, :source, :cause, cast(:session as text), :now)
                on conflict on constraint offer_answer_pk do update
                set answer = excluded.answer, session_id = excluded.session_id, answered_at = excluded.answered_at),
            noted as (%s)
            select version from told""".formatted(History.ADD);

    /** The answers given in this app, by the app it would take over from. */
    public Map<String, OfferAnswer> in(String customerId, String app) {
        return list("customerId = ?1 and app = ?2", customerId, app).stream()
                .collect(Collectors.toMap(row -> row.sourceApp, OfferAnswerRow::answer));
    }

    /**
     * Keeps the answer and its line in the history, holds the customer until the transaction ends, and returns the version of the
     * event that tells it.
     */
    public long keep(String customerId, String app, String sourceApp, OfferAnswer answer, Instant now) {
        Object version = getEntityManager()
                .createNativeQuery(KEEP)
                .setParameter("customer", customerId)
                .setParameter("app", app)
                .setParameter("source", sourceApp)
                .setParameter("cause", nameOf(answer).name())
                .setParameter("session", sessionOf(answer))
                .setParameter("now", now)
                .setParameter("action", History.Action.OFFER_ANSWERED.name())
                .setParameter("actor", History.CUSTOMER)
                .setParameter("reference", null)
                .getSingleResult();
        return ((Number) version).longValue();
    }

    private static OfferAnswerRow.Answer nameOf(OfferAnswer answer) {
        return switch (answer) {
            case OfferAnswer.RemindNextTime _ -> OfferAnswerRow.Answer.REMIND_NEXT_TIME;
            case OfferAnswer.Cancelled _ -> OfferAnswerRow.Answer.CANCELLED;
        };
    }

    private static @Nullable String sessionOf(OfferAnswer answer) {
        return answer instanceof OfferAnswer.RemindNextTime(String session) ? session : null;
    }
}
