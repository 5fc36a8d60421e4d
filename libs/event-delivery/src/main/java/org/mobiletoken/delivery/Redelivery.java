package org.mobiletoken.delivery;

import io.opentelemetry.context.Scope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.mobiletoken.delivery.InboxTable.Arrival.Known;
import org.mobiletoken.delivery.InboxTable.Arrival.New;

/**
 * Hands a record that operations ask for to its consumer's one handler, through the inbox: what took effect before has
 * none again. Nothing is written to any topic but what the handler itself adds to the outbox.
 */
@ApplicationScoped
public class Redelivery {
    private static final Logger LOG = Logger.getLogger(Redelivery.class);
    private static final String KNOWN = "select event_id from inbox where consumer = ? and event_id = any(?)";

    private final DataSource dataSource;
    private final InboxTable inbox;
    private final ParkedEvents parked;
    private final Handlers handlers;
    private final Outages outages;

    Redelivery(DataSource dataSource, InboxTable inbox, ParkedEvents parked, Handlers handlers, Outages outages) {
        this.dataSource = dataSource;
        this.inbox = inbox;
        this.parked = parked;
        this.handlers = handlers;
        this.outages = outages;
    }

    /** The channel of each consumer of this service, by the consumer's name. */
    public Map<String, String> channels() {
        return handlers.channels();
    }

    /** The event in a record, or nothing if its bytes are none. */
    public Optional<IncomingEvent> read(ConsumerRecord<String, byte[]> record) {
        try {
            return Optional.of(CloudEvents.read(record));
        } catch (UndecodableEvent e) {
            return Optional.empty();
        }
    }

    /** Which of these events the consumer has taken over, as far as the inbox remembers. */
    public Set<UUID> known(String consumer, Collection<UUID> ids) {
        Set<UUID> known = new HashSet<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(KNOWN)) {
            select.setString(1, consumer);
            select.setArray(2, connection.createArrayOf("uuid", ids.toArray()));
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    known.add(found.getObject(1, UUID.class));
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
        return known;
    }

    /**
     * Hands the record over once; one that fails is parked like any other.
     *
     * @throws IllegalStateException if this process has no handler for the consumer
     * @throws RuntimeException while the database is away: nothing has happened, and the record may be handed over again
     */
    public Redelivered redeliver(String consumer, ConsumerRecord<String, byte[]> record) {
        EventHandler handler = handlers.of(consumer);
        try (Scope _ = Traces.continued(CloudEvents.traceparent(record)).makeCurrent()) {
            return deliver(new Delivery(consumer, CloudEvents.read(record), CloudEvents.traceparent(record)), handler);
        } catch (UndecodableEvent e) {
            LOG.warnf("A record handed to %s again is still no event for it: %s", consumer, e.getMessage());
            return Redelivered.UNDECODABLE;
        }
    }

    private Redelivered deliver(Delivery delivery, EventHandler handler) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> attempt(delivery, handler));
        } catch (RuntimeException e) {
            Failures.throwIfUndecodable(e);
            if (outages.explain(e)) {
                throw e;
            }
            return park(delivery, Failures.describe(e));
        }
    }

    private Redelivered attempt(Delivery delivery, EventHandler handler) throws Exception {
        if (!(inbox.takeOver(delivery) instanceof New(boolean _, boolean behind))) {
            return Redelivered.KNOWN;
        }
        if (behind && parked.stillBlocks(delivery)) {
            parked.queueBehind(delivery);
            return Redelivered.QUEUED;
        }
        handler.handle(delivery.event());
        return Redelivered.HANDLED;
    }

    private Redelivered park(Delivery delivery, String reason) {
        boolean isNew = QuarkusTransaction.requiringNew().call(() -> {
            if (inbox.takeOver(delivery) instanceof Known) {
                return false;
            }
            parked.park(delivery, reason);
            return true;
        });
        LOG.errorf("%s failed when handed over again: %s", delivery, reason);
        return isNew ? Redelivered.PARKED : Redelivered.KNOWN;
    }
}
