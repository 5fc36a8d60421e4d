package org.mobiletoken.delivery;

import io.opentelemetry.context.Scope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.NoSuchElementException;
import org.jboss.logging.Logger;

/** What operations may do about events that failed: look, try again, or leave one out with a reason. */
@ApplicationScoped
public class Parking {
    private static final Logger LOG = Logger.getLogger(Parking.class);

    private final ParkedEvents parked;
    private final Handlers handlers;

    Parking(ParkedEvents parked, Handlers handlers) {
        this.parked = parked;
        this.handlers = handlers;
    }

    /** All parked keys of this service. */
    public List<ParkedKey> list() {
        return parked.keys();
    }

    /**
     * Handles the waiting events of the key in order, each in a transaction of its own, until none is left or one fails
     * again.
     *
     * @return how many were handled
     * @throws IllegalStateException if this process has no handler for the consumer
     */
    public int retry(String consumer, String key) {
        EventHandler handler = handlers.of(consumer);
        int handled = 0;
        while (handleFirst(consumer, key, handler)) {
            handled++;
        }
        return handled;
    }

    /**
     * Leaves out the event in front; it is kept as a record, with the reason. The rest of the key waits for a retry.
     *
     * @throws NoSuchElementException if the key is not parked
     */
    public void skip(String consumer, String key, String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("Skipping an event needs a reason");
        }
        QuarkusTransaction.requiringNew().run(() -> {
            ParkedEvent first = parked.lockAndFindFirst(consumer, key).orElseThrow();
            parked.skip(first.id(), reason);
            LOG.warnf("%s is skipped", first.delivery());
        });
    }

    private boolean handleFirst(String consumer, String key, EventHandler handler) {
        long[] tried = {-1};
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                var first = parked.lockAndFindFirst(consumer, key);
                if (first.isEmpty()) {
                    return false;
                }
                tried[0] = first.get().id();
                Delivery delivery = first.get().delivery();
                try (Scope _ = Traces.continued(delivery.traceparent()).makeCurrent()) {
                    handler.handle(delivery.event());
                }
                parked.delete(tried[0]);
                return true;
            });
        } catch (RuntimeException e) {
            String reason = Failures.describe(e);
            LOG.errorf("A parked event of %s failed again: %s", consumer, reason);
            QuarkusTransaction.requiringNew().run(() -> parked.failedAgain(tried[0], reason));
            return false;
        }
    }
}
