package org.mobiletoken.lockout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.mobiletoken.lockout.postgres.Customers;
import org.mobiletoken.lockout.rules.AttemptDetails;
import org.mobiletoken.lockout.rules.CustomerId;
import org.mobiletoken.lockout.rules.LockoutPolicy;
import org.mobiletoken.lockout.rules.Reservation;

/** Asks whether a passcode may be verified, and holds the place for it; a refusal counts nothing. */
@ApplicationScoped
public class ReserveAttempt {

    private final Customers customers;
    private final RecordDecision decisions;
    private final LockoutPolicy policy;

    ReserveAttempt(Customers customers, RecordDecision decisions, LockoutPolicy policy) {
        this.customers = customers;
        this.decisions = decisions;
        this.policy = policy;
    }

    @Transactional
    public Reserved reserve(CustomerId customer, AttemptDetails wanted) {
        var held = customers.holdOrAdd(customer, wanted.id());
        var reservation = Reservation.of(wanted, held.attempt(), held.lockout(), held.now(), policy);
        decisions.conclude(held, reservation.after());
        return new Reserved(reservation, held.now());
    }
}
