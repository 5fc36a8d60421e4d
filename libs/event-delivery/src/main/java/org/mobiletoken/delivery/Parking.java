package org.mobiletoken.delivery;

import io.opentelemetry.context.Scope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

    /** The events of a parked key in their order, the failed one first; none if the key is not parked. */
    public List<WaitingEvent> events(String consumer, String key) {
        return parked.events(consumer, key);
    }

    /** What became of asking to skip an event. */
    public enum Skipped {
        SKIPPED,
        /** The key is not parked, or not any more. */
        NOT_PARKED,
        /** Another event is in front. */
        NOT_IN_FRONT
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
     * Leaves out the event in front, which the caller names so that nobody skips what they have not seen; it is kept as
     * a record, with the reason. The rest of the key waits for a retry. Joins the caller's transaction.
     */
    public Skipped skip(String consumer, String key, UUID eventId, String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("Skipping an event needs a reason");
        }
        return QuarkusTransaction.joiningExisting().call(() -> {
            Optional<ParkedEvent> first = parked.lockAndFindFirst(consumer, key);
            if (first.isEmpty()) {
                return Skipped.NOT_PARKED;
            }
            if (!first.get().delivery().event().id().equals(eventId)) {
                return Skipped.NOT_IN_FRONT;
            }
            parked.skip(first.get().id(), reason);
            LOG.warnf("%s is skipped", first.get().delivery());
            return Skipped.SKIPPED;
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
