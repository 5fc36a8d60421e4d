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

    /** The answers given in this app, by the app it would take over from. */
    public Map<String, OfferAnswer> in(String customerId, String app) {
        return list("customerId = ?1 and app = ?2", customerId, app).stream()
                .collect(Collectors.toMap(row -> row.sourceApp, OfferAnswerRow::answer));
    }

    public void keep(LockedCustomer customer, String app, String sourceApp, OfferAnswer answer, Instant now) {
        OfferAnswerRow row = findById(new OfferAnswerRow.Key(customer.id(), app, sourceApp));
        boolean first = row == null;
        if (row == null) {
            row = new OfferAnswerRow();
            row.customerId = customer.id();
            row.app = app;
            row.sourceApp = sourceApp;
        }
        row.answer = answer instanceof OfferAnswer.Cancelled
                ? OfferAnswerRow.Answer.CANCELLED
                : OfferAnswerRow.Answer.REMIND_NEXT_TIME;
        row.sessionId = sessionOf(answer);
        row.answeredAt = now;
        if (first) {
            persist(row);
        }
    }

    private static @Nullable String sessionOf(OfferAnswer answer) {
        return answer instanceof OfferAnswer.RemindNextTime(String session) ? session : null;
    }
}
