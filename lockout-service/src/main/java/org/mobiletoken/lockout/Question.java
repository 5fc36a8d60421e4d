package org.mobiletoken.lockout;

import java.util.function.Function;
import org.mobiletoken.lockout.postgres.CustomerNow;
import org.mobiletoken.lockout.rules.AttemptId;
import org.mobiletoken.lockout.rules.CustomerId;
import org.mobiletoken.lockout.rules.CustomerLockout;

/**
 * Something to be decided about one attempt, under the lock of its customer.
 *
 * @param decide free of effects: it may be asked again when a transaction did not come about
 */
record Question<A>(CustomerId customer, AttemptId attempt, Function<CustomerNow, Decided<A>> decide) {

    /** The answer, and the customer afterwards, which has to be recorded before anybody hears it. */
    record Decided<A>(A answer, CustomerLockout after) {}

    Decided<A> decide(CustomerNow held) {
        return decide.apply(held);
    }
}
