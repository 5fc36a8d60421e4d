package org.mobiletoken.lockout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.mobiletoken.lockout.postgres.CustomerNow;
import org.mobiletoken.lockout.postgres.Customers;

/** Decides one question in a transaction of its own, after waiting for whoever holds the customer. */
@ApplicationScoped
class DecideAlone {

    private final Customers customers;
    private final RecordDecision decisions;

    DecideAlone(Customers customers, RecordDecision decisions) {
        this.customers = customers;
        this.decisions = decisions;
    }

    /** Nothing when the customer is unknown. */
    @Transactional
    <A> Optional<A> ifKnown(Question<A> question) {
        return customers.hold(question.customer(), question.attempt()).map(held -> conclude(question, held));
    }

    @Transactional
    <A> A evenIfNew(Question<A> question) {
        return conclude(question, customers.holdOrAdd(question.customer(), question.attempt()));
    }

    private <A> A conclude(Question<A> question, CustomerNow held) {
        var decided = question.decide(held);
        decisions.conclude(List.of(decisions.passOn(held, decided.after())));
        return decided.answer();
    }
}
