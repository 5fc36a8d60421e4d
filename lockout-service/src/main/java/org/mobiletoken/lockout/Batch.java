package org.mobiletoken.lockout;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mobiletoken.lockout.postgres.Change;
import org.mobiletoken.lockout.postgres.CustomerNow;
import org.mobiletoken.lockout.postgres.Customers;
import org.mobiletoken.lockout.rules.AttemptId;
import org.mobiletoken.lockout.rules.CustomerId;

/**
 * Questions about different customers, decided in one transaction. Only customers whom nobody holds are taken, so that one who is held
 * elsewhere delays no other.
 */
final class Batch {
    private final Customers customers;
    private final RecordDecision decisions;
    private final Map<CustomerId, Waiting<?>> questions = new LinkedHashMap<>();

    Batch(Customers customers, RecordDecision decisions, List<Waiting<?>> questions) {
        this.customers = customers;
        this.decisions = decisions;
        questions.forEach(waiting -> this.questions.put(waiting.question().customer(), waiting));
    }

    /** The callers' answers are there once this has returned. */
    void decide() {
        QuarkusTransaction.requiringNew().call(this::decideFree).forEach(Runnable::run);
    }

    /** What gives the callers their answers, once it is committed. */
    private List<Runnable> decideFree() {
        Map<CustomerId, AttemptId> asked = new LinkedHashMap<>();
        questions.forEach(
                (customer, waiting) -> asked.put(customer, waiting.question().attempt()));
        List<Change> changes = new ArrayList<>();
        List<Runnable> answers = new ArrayList<>();
        for (CustomerNow held : customers.holdFree(asked)) {
            var waiting = Objects.requireNonNull(questions.get(held.id()));
            answers.add(waiting.decide(held, after -> changes.add(decisions.passOn(held, after))));
        }
        decisions.conclude(changes);
        return answers;
    }
}
