package org.mobiletoken.enrolment;

import java.time.Instant;
import org.mobiletoken.enrolment.postgres.LockedCustomer;
import org.mobiletoken.enrolment.rules.Token;

/** What an accepted proof changes; runs in the transaction that commits the verification, under the customer's lock. */
@FunctionalInterface
interface Effect<T> {
    T commit(LockedCustomer customer, Token token, Instant now);

    /** Changes nothing beyond the verification itself. */
    static Effect<Boolean> nothing() {
        return (_, _, _) -> true;
    }
}
