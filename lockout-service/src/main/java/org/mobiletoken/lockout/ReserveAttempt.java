package org.mobiletoken.lockout;

import jakarta.enterprise.context.ApplicationScoped;
import org.mobiletoken.lockout.postgres.CustomerNow;
import org.mobiletoken.lockout.rules.AttemptDetails;
import org.mobiletoken.lockout.rules.CustomerId;
import org.mobiletoken.lockout.rules.LockoutPolicy;
import org.mobiletoken.lockout.rules.Reservation;

/** Asks whether a passcode may be verified, and holds the place for it; a refusal counts nothing. */
@ApplicationScoped
public class ReserveAttempt {

    private final DecideTogether together;
    private final DecideAlone alone;
    private final LockoutPolicy policy;

    ReserveAttempt(DecideTogether together, DecideAlone alone, LockoutPolicy policy) {
        this.together = together;
        this.alone = alone;
        this.policy = policy;
    }

    public Reserved reserve(CustomerId customer, AttemptDetails wanted) {
        var question = new Question<>(customer, wanted.id(), held -> decide(wanted, held));
        return together.decide(question).orElseGet(() -> alone.evenIfNew(question));
    }

    private Question.Decided<Reserved> decide(AttemptDetails wanted, CustomerNow held) {
        var reservation = Reservation.of(wanted, held.attempt(), held.lockout(), held.now(), policy);
        return new Question.Decided<>(new Reserved(reservation, held.now()), reservation.after());
    }
}
