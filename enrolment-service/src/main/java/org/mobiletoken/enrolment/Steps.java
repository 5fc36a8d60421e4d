package org.mobiletoken.enrolment;

import org.mobiletoken.enrolment.postgres.Enrolments;
import org.mobiletoken.enrolment.rules.EnablingRefusal;
import org.mobiletoken.enrolment.rules.Enrolment;

/** What the steps of enabling have in common. */
final class Steps {

    private Steps() {}

    /** The answer to a step that does not come next. */
    static EnablingRefusal notAwaited(Enrolment enrolment) {
        return enrolment.isOpen() ? new EnablingRefusal.OutOfOrder() : new EnablingRefusal.EnrolmentEnded();
    }

    /** The enrolment as it is stored now, after something was asked outside the transaction. */
    static Enrolment reload(Enrolments enrolments, Enrolment.Details details) {
        return enrolments
                .find(details.customerId(), details.request().app(), details.id())
                .orElseThrow();
    }
}
