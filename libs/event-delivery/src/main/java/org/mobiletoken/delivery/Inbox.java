package org.mobiletoken.delivery;

import io.opentelemetry.context.Scope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.mobiletoken.delivery.InboxTable.Arrival.Known;
import org.mobiletoken.delivery.InboxTable.Arrival.New;

/**
 * An event takes effect once, however often it is delivered, and nothing that arrives is lost.
 *
 * <p>A consumer is a method of a bean on a channel of its own:
 *
 * <pre>{@code
 * @Incoming("enrolment-events")
 * @Blocking
 * void on(ConsumerRecord<String, byte[]> record) {
 *     inbox.receive("token-states", record, this::handle);
 * }
 * }</pre>
 *
 * <p>and in application.properties {@code mp.messaging.incoming.enrolment-events.connector=smallrye-kafka},
 * {@code mp.messaging.incoming.enrolment-events.topic=...} and, once, {@code mobile-token.delivery.dead-letter-topic=...}.
 * The rest has defaults in this library's microprofile-config.properties. The method opens no transaction and catches
 * nothing: {@code receive} returns when the record is done with and throws only when the process stops. It is
 * {@code @Blocking}, not {@code @RunOnVirtualThread}, which would give up the order of the records and is refused here.
 */
@ApplicationScoped
public class Inbox {
    private static final Logger LOG = Logger.getLogger(Inbox.class);

    private final InboxTable inbox;
    private final ParkedEvents parked;
    private final Handlers handlers;
    private final DeadLetters deadLetters;
    private final Positions positions;
    private final Halts halts;
    private final Breaker breaker;
    private final Outages outages;
    private final Stopping stopping;
    private final DeliveryMetrics metrics;
    private final DeliverySettings.Inbox settings;

    Inbox(
            InboxTable inbox,
            ParkedEvents parked,
            Handlers handlers,
            DeadLetters deadLetters,
            Positions positions,
            Halts halts,
            Breaker breaker,
            Outages outages,
            Stopping stopping,
            DeliveryMetrics metrics,
            DeliverySettings settings) {
        this.inbox = inbox;
        this.parked = parked;
        this.handlers = handlers;
        this.deadLetters = deadLetters;
        this.positions = positions;
        this.halts = halts;
        this.breaker = breaker;
        this.outages = outages;
        this.stopping = stopping;
        this.metrics = metrics;
        this.settings = settings.inbox();
    }

    /**
     * Names the handler and the channel of a consumer at start-up, so that operations know it and can hand it an event
     * before a new one arrives.
     */
    public void register(String consumer, String channel, EventHandler handler) {
        handlers.register(consumer, channel, handler);
    }

    /**
     * Hands the event to the handler in the transaction that remembers it, unless it was handled before. One that keeps
     * failing is parked, and later ones of its key queue behind it; a record that is no event becomes a dead letter. One
     * that is older than the inbox remembers may have been handled and forgotten: it has no effect outside projections.
     *
     * @param consumer a stable name: events are remembered for it
     * @throws IllegalStateException on a virtual thread, where the channel keeps no order
     */
    public void receive(String consumer, ConsumerRecord<String, byte[]> record, EventHandler handler) {
        if (Thread.currentThread().isVirtual()) {
            throw new IllegalStateException(
                    "Events lose their order on virtual threads; annotate with @Blocking instead");
        }
        handlers.register(consumer, handler);
        positions.arriving(consumer, record);
        halts.awaitNone(consumer);
        try (Scope _ = Traces.continued(CloudEvents.traceparent(record)).makeCurrent()) {
            Delivery delivery = new Delivery(consumer, CloudEvents.read(record), CloudEvents.traceparent(record));
            deliver(delivery, Instant.ofEpochMilli(record.timestamp()), handler);
            breaker.note(consumer, true);
        } catch (UndecodableEvent e) {
            deadLetters.add(consumer, record, e);
            breaker.note(consumer, false);
        }
        positions.done(record);
    }

    /**
     * To be called at start-up for a consumer whose every effect is guarded by versions or unique constraints of its own:
     * it is given an event again however old that is, so that what it keeps can be built anew.
     */
    public void guardedByVersions(String consumer) {
        handlers.guardedByVersions(consumer);
    }

    private void deliver(Delivery delivery, Instant sentAt, EventHandler handler) {
        int failures = 0;
        int outage = 0;
        while (true) {
            try {
                QuarkusTransaction.requiringNew().call(() -> attempt(delivery, sentAt, handler));
                return;
            } catch (Exception e) {
                Failures.throwIfUndecodable(e);
                if (outages.explain(e)) {
                    outage++;
                    LOG.warnf("%s waits for the database", delivery);
                    stopping.pause(BackOff.after(outage, settings.firstPause(), settings.backOffAtMost()));
                } else if (++failures < settings.attempts()) {
                    outage = 0;
                    LOG.warnf("%s failed and is tried again: %s", delivery, Failures.describe(e));
                    stopping.pause(BackOff.after(failures, settings.firstPause(), settings.backOffAtMost()));
                } else {
                    parkUntilItWorks(delivery, Failures.describe(e));
                    return;
                }
            }
        }
    }

    private boolean attempt(Delivery delivery, Instant sentAt, EventHandler handler) throws Exception {
        switch (inbox.arrive(delivery, sentAt)) {
            case Known() -> metrics.duplicates(delivery.consumer()).increment();
            case New(boolean tooOld, boolean _)
            when tooOld && !handlers.areGuardedByVersions(delivery.consumer()) -> {
                metrics.refused(delivery.consumer()).increment();
                LOG.warnf("%s was sent %s, longer ago than the inbox remembers: it has no effect", delivery, sentAt);
            }
            case New(boolean _, boolean behind) -> handleInTurn(delivery, behind, handler);
        }
        return true;
    }

    private void handleInTurn(Delivery delivery, boolean behind, EventHandler handler) throws Exception {
        if (behind && parked.stillBlocks(delivery)) {
            parked.queueBehind(delivery);
        } else {
            handler.handle(delivery.event());
        }
    }

    private void parkUntilItWorks(Delivery delivery, String reason) {
        for (int failures = 1; ; failures++) {
            try {
                QuarkusTransaction.requiringNew().run(() -> {
                    if (inbox.takeOver(delivery) instanceof New) {
                        parked.park(delivery, reason);
                    }
                });
                LOG.errorf("%s is parked: %s", delivery, reason);
                return;
            } catch (RuntimeException e) {
                LOG.warnf("%s cannot be parked yet: %s", delivery, Failures.describe(e));
                stopping.pause(BackOff.after(failures, settings.firstPause(), settings.backOffAtMost()));
            }
        }
    }
}
