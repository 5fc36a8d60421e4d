package org.mobiletoken.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/**
 * An event added here is published if, and only if, the caller's transaction commits.
 *
 * <p>Events of one key keep their order when the transactions that add them lock something of that key first.
 */
@ApplicationScoped
public class Outbox {
    private static final String INSERT = """
            insert into outbox (shard, event_id, topic, event_key, event_type, event_source, occurred_at, json, traceparent)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final DataSource dataSource;
    private final TransactionSynchronizationRegistry transactions;
    private final Relays relays;

    Outbox(DataSource dataSource, TransactionSynchronizationRegistry transactions, Relays relays) {
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.relays = relays;
    }

    /**
     * Writes the event in the caller's transaction.
     *
     * @throws IllegalStateException if there is no active transaction: the event could be published without its cause
     */
    public void add(OutgoingEvent event) {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("An event can only be added inside a transaction");
        }
        int shard = Shards.of(event.key());
        try (var connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setInt(1, shard);
            insert.setObject(2, event.id());
            insert.setString(3, event.topic());
            insert.setString(4, event.key());
            insert.setString(5, event.type());
            insert.setString(6, event.source());
            insert.setObject(7, event.time().atOffset(ZoneOffset.UTC));
            insert.setString(8, new String(event.json(), UTF_8));
            insert.setString(9, Traces.current());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
        transactions.registerInterposedSynchronization(new WakeAfterCommit(relays, shard));
    }

    private record WakeAfterCommit(Relays relays, int shard) implements Synchronization {
        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                relays.wake(shard);
            }
        }
    }
}
