package org.mobiletoken.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The events that wait, per consumer and key, in the order in which they arrived. */
@ApplicationScoped
class ParkedEvents {
    private static final String INSERT = """
            insert into parked_event (consumer, event_id, event_key, event_type, event_source, occurred_at,
                topic, topic_partition, topic_offset, json, traceparent, reason)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String FIRST = """
            select * from parked_event
            where consumer = ? and event_key = ? and skipped_at is null order by id limit 1""";
    private static final String OF_KEY = """
            select * from parked_event
            where consumer = ? and event_key = ? and skipped_at is null order by id""";
    private static final String KEYS = """
            select distinct on (consumer, event_key) consumer, event_key, event_id, event_type, reason, parked_at,
                count(*) over (partition by consumer, event_key) as waiting
            from parked_event where skipped_at is null order by consumer, event_key, id""";

    private final DataSource dataSource;

    ParkedEvents(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Whether the event's key is parked still. It then stays locked to the end of the transaction, so that no retry overlooks
     * what is queued now.
     */
    boolean stillBlocks(Delivery delivery) {
        return lockAndFindFirst(delivery.consumer(), delivery.event().key()).isPresent();
    }

    void park(Delivery delivery, String reason) {
        lock(delivery.consumer(), delivery.event().key());
        insert(delivery, reason);
    }

    void queueBehind(Delivery delivery) {
        insert(delivery, null);
    }

    Optional<ParkedEvent> lockAndFindFirst(String consumer, String key) {
        lock(consumer, key);
        return first(consumer, key);
    }

    void delete(long id) {
        run("delete from parked_event where id = ?", statement -> {
            statement.setLong(1, id);
            return statement.executeUpdate();
        });
    }

    void failedAgain(long id, String reason) {
        run("update parked_event set reason = ? where id = ?", statement -> {
            statement.setString(1, reason);
            statement.setLong(2, id);
            return statement.executeUpdate();
        });
    }

    void skip(long id, String because) {
        run("update parked_event set skipped_at = now(), skipped_because = ? where id = ?", statement -> {
            statement.setString(1, because);
            statement.setLong(2, id);
            return statement.executeUpdate();
        });
    }

    List<ParkedKey> keys() {
        return run(KEYS, statement -> {
            List<ParkedKey> keys = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    keys.add(new ParkedKey(
                            found.getString("consumer"),
                            found.getString("event_key"),
                            found.getInt("waiting"),
                            found.getObject("event_id", UUID.class),
                            found.getString("event_type"),
                            Optional.ofNullable(found.getString("reason")),
                            found.getObject("parked_at", OffsetDateTime.class).toInstant()));
                }
            }
            return keys;
        });
    }

    List<WaitingEvent> events(String consumer, String key) {
        return run(OF_KEY, statement -> {
            statement.setString(1, consumer);
            statement.setString(2, key);
            List<WaitingEvent> events = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    events.add(new WaitingEvent(
                            found.getObject("event_id", UUID.class),
                            found.getString("event_type"),
                            found.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                            found.getString("topic"),
                            found.getInt("topic_partition"),
                            found.getLong("topic_offset"),
                            Optional.ofNullable(found.getString("reason")),
                            found.getObject("parked_at", OffsetDateTime.class).toInstant()));
                }
            }
            return events;
        });
    }

    private Optional<ParkedEvent> first(String consumer, String key) {
        return run(FIRST, statement -> {
            statement.setString(1, consumer);
            statement.setString(2, key);
            try (ResultSet found = statement.executeQuery()) {
                return found.next() ? Optional.of(parkedEvent(found)) : Optional.empty();
            }
        });
    }

    private void lock(String consumer, String key) {
        run("select pg_advisory_xact_lock(hashtextextended(?, 0))", statement -> {
            statement.setString(1, consumer + " " + key);
            return statement.execute();
        });
    }

    private void insert(Delivery delivery, @Nullable String reason) {
        IncomingEvent event = delivery.event();
        run(INSERT, statement -> {
            statement.setString(1, delivery.consumer());
            statement.setObject(2, event.id());
            statement.setString(3, event.key());
            statement.setString(4, event.type());
            statement.setString(5, event.source());
            statement.setObject(6, event.time().atOffset(ZoneOffset.UTC));
            statement.setString(7, event.topic());
            statement.setInt(8, event.partition());
            statement.setLong(9, event.offset());
            statement.setBytes(10, event.json());
            statement.setString(11, delivery.traceparent());
            statement.setString(12, reason);
            return statement.executeUpdate();
        });
    }

    private static ParkedEvent parkedEvent(ResultSet found) throws SQLException {
        IncomingEvent event = new IncomingEvent(
                found.getObject("event_id", UUID.class),
                found.getString("event_type"),
                found.getString("event_source"),
                found.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                found.getString("topic"),
                found.getInt("topic_partition"),
                found.getLong("topic_offset"),
                found.getString("event_key"),
                found.getBytes("json"));
        return new ParkedEvent(
                found.getLong("id"), new Delivery(found.getString("consumer"), event, found.getString("traceparent")));
    }

    private <T> T run(String sql, Statement<T> statement) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement prepared = connection.prepareStatement(sql)) {
            return statement.on(prepared);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private interface Statement<T> {
        T on(PreparedStatement statement) throws SQLException;
    }
}
