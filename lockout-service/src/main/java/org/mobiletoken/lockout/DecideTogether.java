package org.mobiletoken.lockout;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jboss.logging.Logger;
import org.mobiletoken.lockout.postgres.Customers;
import org.mobiletoken.lockout.rules.CustomerId;

/**
 * Questions that come up while others are being decided are decided together in the next transaction, each under the lock of its own
 * customer: what a transaction costs is shared by all of them, and nobody waits for company.
 */
@ApplicationScoped
class DecideTogether {
    private static final Logger LOG = Logger.getLogger(DecideTogether.class);
    private static final int AT_MOST = 64;

    private final Customers customers;
    private final RecordDecision decisions;
    private final BlockingQueue<Waiting<?>> queue = new LinkedBlockingQueue<>();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("decide-together").unstarted(this::run);
    private volatile boolean stopped;

    DecideTogether(Customers customers, RecordDecision decisions, MeterRegistry meters) {
        this.customers = customers;
        this.decisions = decisions;
        Gauge.builder("attempts_waiting", this, DecideTogether::waiting)
                .description("Reservations and settlements that wait for the transaction before them")
                .register(meters);
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        thread.interrupt();
    }

    /**
     * The answer once it is committed. Nothing if the customer is new or held by somebody else, or if the transaction failed, whoever
     * was the cause: the question is then to be decided alone.
     */
    <A> Optional<A> decide(Question<A> question) {
        var waiting = new Waiting<>(question);
        queue.add(waiting);
        if (stopped) {
            leaveAll();
        }
        return waiting.answer();
    }

    int waiting() {
        return queue.size();
    }

    private void run() {
        try {
            while (!stopped) {
                new Batch(customers, decisions, next()).decide();
            }
        } catch (InterruptedException e) {
            LOG.debug("From here on every question is decided alone");
        } finally {
            stopped = true;
            leaveAll();
        }
    }

    /** The next questions, about a different customer each; a second one about the same customer waits for its turn. */
    private Map<CustomerId, Waiting<?>> next() throws InterruptedException {
        List<Waiting<?>> taken = new ArrayList<>(List.of(queue.take()));
        queue.drainTo(taken, AT_MOST - 1);
        Map<CustomerId, Waiting<?>> next = new LinkedHashMap<>();
        for (var waiting : taken) {
            if (next.putIfAbsent(waiting.question().customer(), waiting) != null) {
                queue.add(waiting);
            }
        }
        return next;
    }

    private void leaveAll() {
        for (var waiting = queue.poll(); waiting != null; waiting = queue.poll()) {
            waiting.leave();
        }
    }
}
