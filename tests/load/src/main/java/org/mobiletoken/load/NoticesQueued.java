package org.mobiletoken.load;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.mobiletoken.stack.ServiceName;

/**
 * Sees when notification-service has committed what a customer is told of an app: its database is asked every few milliseconds,
 * so the moment seen is a little after the real one and never before.
 */
final class NoticesQueued implements AutoCloseable {
    private static final long ASK_EVERY_NANOS = 2_000_000;

    /** Transactions commit in another order than they took their numbers in; none lasts for so many. */
    private static final int COMMITTED_LATE = 500;

    private static final String NEW = "select sequence, customer_id from message where sequence > ? and app = ?";

    private final String app;
    private final Connection connection;
    private final Map<String, Long> seenAt = new ConcurrentHashMap<>();
    private final Thread watch =
            Thread.ofPlatform().daemon().name("notices-queued").unstarted(this::watch);
    private volatile boolean ending;

    NoticesQueued(Platform platform, String app) {
        this.app = app;
        var database = platform.stack().database(ServiceName.NOTIFICATION);
        try {
            connection = DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
        } catch (SQLException e) {
            throw new IllegalStateException("The messages cannot be watched", e);
        }
        watch.start();
    }

    /** By customer, when the first notice was seen, on {@link System#nanoTime}'s clock. */
    Map<String, Long> seenAt() {
        return seenAt;
    }

    private void watch() {
        long last = 0;
        try (PreparedStatement select = connection.prepareStatement(NEW)) {
            while (!ending) {
                select.setLong(1, last - COMMITTED_LATE);
                select.setString(2, app);
                try (ResultSet found = select.executeQuery()) {
                    long now = System.nanoTime();
                    while (found.next()) {
                        last = Math.max(last, found.getLong("sequence"));
                        seenAt.putIfAbsent(found.getString("customer_id"), now);
                    }
                }
                LockSupport.parkNanos(ASK_EVERY_NANOS);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The messages could not be watched", e);
        }
    }

    @Override
    public void close() {
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
