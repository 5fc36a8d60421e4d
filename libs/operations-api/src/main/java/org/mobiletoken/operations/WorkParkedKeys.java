package org.mobiletoken.operations;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.mobiletoken.delivery.ParkedKey;
import org.mobiletoken.delivery.Parking;
import org.mobiletoken.delivery.WaitingEvent;
import org.mobiletoken.operations.postgres.Ledger;
import org.mobiletoken.operations.postgres.Ledger.Action;

/** Shows the keys whose events wait, tries them again, or leaves out the event in front; every action is recorded. */
@ApplicationScoped
public class WorkParkedKeys {
    private static final String NOT_PARKED =
            "This key is not parked, or not any more: somebody else may have been here. List the parked keys again.";

    /** What a retry came to. */
    public record Retried(int handled, int waiting) {}

    private final Parking parking;
    private final Topology topology;
    private final Ledger ledger;

    WorkParkedKeys(Parking parking, Topology topology, Ledger ledger) {
        this.parking = parking;
        this.topology = topology;
        this.ledger = ledger;
    }

    public List<ParkedKey> list() {
        return parking.list();
    }

    public Outcome<List<WaitingEvent>> show(String consumer, String key) {
        List<WaitingEvent> events = parking.events(consumer, key);
        return events.isEmpty() ? new Outcome.Unknown<>(NOT_PARKED) : new Outcome.Done<>(events);
    }

    /** Each event is handled in a transaction of its own, so the beginning is recorded apart from the end. */
    public Outcome<Retried> retry(Operator who, String consumer, String key, Grounds grounds) {
        if (parking.events(consumer, key).isEmpty()) {
            return new Outcome.Unknown<>(NOT_PARKED);
        }
        if (topology.consumer(consumer).isEmpty()) {
            return new Outcome.Refused<>("This version of the service has no consumer " + consumer
                    + " any more. Skip its events, or run the version that had it.");
        }
        String subject = subject(consumer, key);
        add(who, Action.PARKED_KEY_RETRIED, subject, grounds, "begun");
        int handled = parking.retry(consumer, key);
        int waiting = parking.events(consumer, key).size();
        add(who, Action.PARKED_KEY_RETRIED, subject, grounds, "handled " + handled + ", still waiting " + waiting);
        return new Outcome.Done<>(new Retried(handled, waiting));
    }

    public Outcome<UUID> skip(Operator who, String consumer, String key, UUID eventId, Grounds grounds) {
        return QuarkusTransaction.requiringNew().call(() -> switch (parking.skip(
                consumer, key, eventId, grounds.reason())) {
            case SKIPPED -> {
                ledger.add(who, Action.PARKED_EVENT_SKIPPED, subject(consumer, key), grounds, "skipped " + eventId);
                yield new Outcome.Done<>(eventId);
            }
            case NOT_PARKED -> new Outcome.Unknown<>(NOT_PARKED);
            case NOT_IN_FRONT ->
                new Outcome.Refused<>("Only the event in front can be skipped, and " + eventId
                        + " is not. Show the key again and decide about the first of its events.");
        });
    }

    private void add(Operator who, Action action, String subject, Grounds grounds, String outcome) {
        QuarkusTransaction.requiringNew().run(() -> ledger.add(who, action, subject, grounds, outcome));
    }

    private static String subject(String consumer, String key) {
        return consumer + " " + key;
    }
}
