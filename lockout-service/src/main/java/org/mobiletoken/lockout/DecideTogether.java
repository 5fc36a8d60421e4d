package org.mobiletoken.lockout;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.mobiletoken.groupcommit.GroupCommit;
import org.mobiletoken.lockout.postgres.Customers;

/**
 * Questions that come up while others are being decided are decided together in the next transaction, each under the lock of its own
 * customer.
 */
@ApplicationScoped
class DecideTogether {
    private final GroupCommit<Waiting<?>> group;

    DecideTogether(Customers customers, RecordDecision decisions, MeterRegistry meters) {
        group = new GroupCommit<>(
                "decide-together",
                waiting -> waiting.question().customer(),
                questions -> new Batch(customers, decisions, questions).decide());
        Gauge.builder("attempts_waiting", group, GroupCommit::waiting)
                .description("Reservations and settlements that wait for the transaction before them")
                .register(meters);
    }

    void start(@Observes StartupEvent event) {
        group.start();
    }

    void stop(@Observes ShutdownEvent event) {
        group.close();
    }

    /**
     * The answer once it is committed. Nothing if the customer is new or held by somebody else, or if the transaction failed, whoever
     * was the cause: the question is then to be decided alone.
     */
    <A> Optional<A> decide(Question<A> question) {
        var waiting = new Waiting<>(question);
        group.await(waiting);
        return waiting.answer();
    }

    int waiting() {
        return group.waiting();
    }
}
