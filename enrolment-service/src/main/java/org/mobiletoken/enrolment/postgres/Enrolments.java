package org.mobiletoken.enrolment.postgres;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mobiletoken.enrolment.rules.Enrolment;
import org.mobiletoken.enrolment.rules.EnrolmentId;

/** Enrolments, each found only by the customer and the app that opened it. */
@ApplicationScoped
public class Enrolments implements PanacheRepositoryBase<EnrolmentRow, RowId> {

    public Optional<Enrolment> find(String customerId, String app, EnrolmentId id) {
        return findByIdOptional(new RowId(customerId, id.value()))
                .filter(row -> row.app.equals(app))
                .map(EnrolmentRow::toEnrolment);
    }

    public List<Enrolment> open(String customerId) {
        return find(
                        "customerId = ?1 and state not in (?2, ?3)",
                        customerId,
                        EnrolmentRow.State.COMPLETED,
                        EnrolmentRow.State.ENDED)
                .stream()
                .map(EnrolmentRow::toEnrolment)
                .toList();
    }

    public void add(Enrolment enrolment) {
        EnrolmentRow row = new EnrolmentRow();
        row.setDetails(enrolment.details());
        row.setState(enrolment);
        persist(row);
    }

    /** Stores the state that the enrolment has now; the caller holds the customer's lock. */
    public void store(Enrolment enrolment) {
        Enrolment.Details details = enrolment.details();
        EnrolmentRow row = findById(new RowId(details.customerId(), details.id().value()));
        row.setState(enrolment);
    }

    public long deleteExpiredBefore(Instant instant) {
        return delete("expiresAt < ?1", instant);
    }
}
