package org.mobiletoken.enrolment.postgres;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.mobiletoken.enrolment.rules.BiometricEnrolment;
import org.mobiletoken.enrolment.rules.BiometricEnrolment.Step;

/** Flows that turn biometric login on, each found only by the customer and the app that opened it. */
@ApplicationScoped
public class BiometricEnrolments implements PanacheRepositoryBase<BiometricEnrolmentRow, RowId> {

    public Optional<BiometricEnrolment> find(String customerId, String app, UUID id) {
        return findByIdOptional(new RowId(customerId, id))
                .filter(row -> row.app.equals(app))
                .map(BiometricEnrolmentRow::toFlow);
    }

    /** Opens a flow; earlier ones of the same token have ended. */
    public void open(BiometricEnrolment flow) {
        update(
                "step = ?1 where customerId = ?2 and tokenId = ?3",
                Step.ENDED,
                flow.customerId(),
                flow.token().value());
        BiometricEnrolmentRow row = new BiometricEnrolmentRow();
        row.customerId = flow.customerId();
        row.id = flow.id();
        row.tokenId = flow.token().value();
        row.app = flow.app();
        row.step = flow.step();
        row.otpId = flow.otpId();
        row.expiresAt = flow.expiresAt();
        persist(row);
    }

    /** Moves a flow on, unless it has left the step meanwhile; says whether it has moved. */
    public boolean move(BiometricEnrolment from, BiometricEnrolment to) {
        return update(
                        "step = ?1, otpId = ?2 where customerId = ?3 and id = ?4 and step = ?5",
                        to.step(),
                        to.otpId(),
                        from.customerId(),
                        from.id(),
                        from.step())
                == 1;
    }

    public long deleteExpiredBefore(Instant instant) {
        return delete("expiresAt < ?1", instant);
    }
}
