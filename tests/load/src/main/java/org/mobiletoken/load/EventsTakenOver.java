package org.mobiletoken.load;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.mobiletoken.stack.ServiceName;

/**
 * Sees when a service has taken an event over, with all that it does about it: the event is met in Kafka, and from then on the
 * service's inbox is asked for it by its primary key every five milliseconds, in which the row stands once the transaction has
 * committed. The moment seen is a little after the real one and never before.
 */
final class EventsTakenOver implements AutoCloseable {
    private static final long ASK_EVERY_NANOS = 5_000_000;

    private static final String TAKEN_OVER = "select event_id from inbox where consumer = ? and event_id = any (?)";

    private final String consumer;
    private final Connection connection;
    private final Map<UUID, String> published = new ConcurrentHashMap<>();
    private final Map<String, Long> seenAt = new ConcurrentHashMap<>();
    private final Thread watch =
            Thread.ofPlatform().daemon().name("events-taken-over").unstarted(this::watch);
    private final NewEvents events;
    private volatile boolean ending;

    /**
     * @param consumer of the service, as its inbox names it
     * @param wanted which events of the topic are looked for
     */
    EventsTakenOver(
            Platform platform,
            String topic,
            Predicate<ConsumerRecord<String, byte[]>> wanted,
            ServiceName service,
            String consumer) {
        this.consumer = consumer;
        var database = platform.stack().database(service);
        try {
            connection = DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
        } catch (SQLException e) {
            throw new IllegalStateException("The inbox cannot be watched", e);
        }
        events = new NewEvents(platform, topic, event -> {
            if (wanted.test(event)) {
                published.put(UUID.fromString(NewEvents.header(event, "ce_id")), event.key());
            }
        });
        watch.start();
    }

    /** By the event's key, when it was seen, on {@link System#nanoTime}'s clock. */
    Map<String, Long> seenAt() {
        return seenAt;
    }

    private void watch() {
        try (PreparedStatement select = connection.prepareStatement(TAKEN_OVER)) {
            while (!ending) {
                Map<UUID, String> waiting = new HashMap<>(published);
                if (!waiting.isEmpty()) {
                    select.setString(1, consumer);
                    select.setArray(
                            2, connection.createArrayOf("uuid", waiting.keySet().toArray()));
                    note(select, waiting);
                }
                LockSupport.parkNanos(ASK_EVERY_NANOS);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The inbox could not be watched", e);
        }
    }

    private void note(PreparedStatement select, Map<UUID, String> waiting) throws SQLException {
        try (ResultSet found = select.executeQuery()) {
            long now = System.nanoTime();
            while (found.next()) {
                UUID event = found.getObject("event_id", UUID.class);
                String key = waiting.get(event);
                if (key != null) {
                    seenAt.putIfAbsent(key, now);
                    published.remove(event);
                }
            }
        }
    }

    @Override
    public void close() {
        events.close();
        ending = true;
        try {
            watch.join();
            connection.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            throw new IllegalStateException("The connection could not be closed", e);
        }
    }
}
