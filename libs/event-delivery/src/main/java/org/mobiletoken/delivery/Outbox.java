package org.mobiletoken.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * An event added here is published if, and only if, the caller's transaction commits.
 *
 * <p>Events of one key keep their order when the transactions that add them lock something of that key first.
 */
@ApplicationScoped
public class Outbox {
    private static final String INSERT = """
            insert into outbox (shard, event_id, topic, event_key, event_type, event_source, occurred_at, json, traceparent)
            select shard, event_id, topic, event_key, event_type, event_source, occurred_at, json, traceparent
            from unnest(?::smallint[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::text[])
                with ordinality as event (shard, event_id, topic, event_key, event_type, event_source, occurred_at, json, traceparent, place)
            order by place""";

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
        addAll(List.of(TracedEvent.here(event)));
    }

    /** The same for several, in this order, in one going to and fro. */
    public void addAll(List<TracedEvent> events) {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("An event can only be added inside a transaction");
        }
        if (events.isEmpty()) {
            return;
        }
        try (var connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            setAll(insert, 1, events, event -> String.valueOf(shardOf(event)));
            setAll(insert, 2, events, event -> event.event().id().toString());
            setAll(insert, 3, events, event -> event.event().topic());
            setAll(insert, 4, events, event -> event.event().key());
            setAll(insert, 5, events, event -> event.event().type());
            setAll(insert, 6, events, event -> event.event().source());
            setAll(insert, 7, events, event -> event.event().time().toString());
            setAll(insert, 8, events, event -> new String(event.event().json(), UTF_8));
            setAll(insert, 9, events, TracedEvent::traceparent);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
        Set<Integer> shards = events.stream().map(Outbox::shardOf).collect(Collectors.toSet());
        transactions.registerInterposedSynchronization(new WakeAfterCommit(relays, shards));
    }

    private static void setAll(
            PreparedStatement insert,
            int index,
            List<TracedEvent> events,
            Function<TracedEvent, @Nullable String> value)
            throws SQLException {
        insert.setArray(
                index,
                insert.getConnection()
                        .createArrayOf("text", events.stream().map(value).toArray()));
    }

    private static int shardOf(TracedEvent event) {
        return Shards.of(event.event().key());
    }

    private record WakeAfterCommit(Relays relays, Set<Integer> shards) implements Synchronization {
        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                shards.forEach(relays::wake);
            }
        }
    }
}
