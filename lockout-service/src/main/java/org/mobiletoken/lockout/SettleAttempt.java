package org.mobiletoken.lockout;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.mobiletoken.lockout.postgres.CustomerNow;
import org.mobiletoken.lockout.rules.AttemptId;
import org.mobiletoken.lockout.rules.CustomerId;
import org.mobiletoken.lockout.rules.LockoutPolicy;
import org.mobiletoken.lockout.rules.Outcome;
import org.mobiletoken.lockout.rules.Settlement;

/** Counts what a verification came to, and freezes the customer when it was one wrong passcode too many. */
@ApplicationScoped
public class SettleAttempt {

    private final DecideTogether together;
    private final DecideAlone alone;
    private final LockoutPolicy policy;

    SettleAttempt(DecideTogether together, DecideAlone alone, LockoutPolicy policy) {
        this.together = together;
        this.alone = alone;
        this.policy = policy;
    }

    /** Nothing when the customer is unknown. */
    public Optional<Settled> settle(CustomerId customer, AttemptId attempt, String client, Outcome outcome) {
        var question = new Question<>(customer, attempt, held -> decide(client, outcome, held));
        return together.decide(question).or(() -> alone.ifKnown(question));
    }

    private Question.Decided<Settled> decide(String client, Outcome outcome, CustomerNow held) {
        var settlement = Settlement.of(held.attempt(), client, outcome, held.lockout(), held.now(), policy);
        return new Question.Decided<>(new Settled(settlement, held.now()), settlement.after());
    }
}
