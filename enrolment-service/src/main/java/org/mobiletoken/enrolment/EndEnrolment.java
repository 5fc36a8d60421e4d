package org.mobiletoken.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.mobiletoken.enrolment.messaging.TokenEvents;
import org.mobiletoken.enrolment.postgres.Enrolments;
import org.mobiletoken.enrolment.postgres.History;
import org.mobiletoken.enrolment.postgres.LockedCustomer;
import org.mobiletoken.enrolment.rules.Enrolment;
import org.mobiletoken.enrolment.rules.HistoryEntry;

/** An enrolment that ends without a token is stored, told and recorded together. */
@ApplicationScoped
class EndEnrolment {

    private final Enrolments enrolments;
    private final TokenEvents events;
    private final History history;

    EndEnrolment(Enrolments enrolments, TokenEvents events, History history) {
        this.enrolments = enrolments;
        this.events = events;
        this.history = history;
    }

    void end(LockedCustomer customer, Enrolment.Ended enrolment, Instant at) {
        enrolments.store(enrolment);
        events.enrolmentFailed(enrolment, at, customer.nextVersion());
        history.add(
                customer.id(),
                new HistoryEntry(
                        at,
                        HistoryEntry.CUSTOMER,
                        "ENROLMENT_ENDED",
                        enrolment.details().request().app(),
                        enrolment.reason().name(),
                        enrolment.details().id().value().toString()));
    }

    /** Ends every enrolment of the customer that is still open. */
    void endOpen(LockedCustomer customer, Enrolment.EndReason reason, Instant at) {
        for (Enrolment open : enrolments.open(customer.id())) {
            end(customer, new Enrolment.Ended(open.details(), reason), at);
        }
    }
}
