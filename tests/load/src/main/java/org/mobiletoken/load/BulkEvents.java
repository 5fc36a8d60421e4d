package org.mobiletoken.load;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.mobiletoken.stack.ServiceName;

/** Keeps the outbox of a service filled, as if very many transactions committed: the relay is never without work and never far behind. */
final class BulkEvents implements AutoCloseable {
    static final String KEY = "bulk-";

    /** A thousand keys in two statements of 500; the version of each key grows by one with each of its events. */
    private static final int AT_ONCE = 500;

    private static final int BACKLOG = 10_000;
    private static final long PAUSE_NANOS = 500_000;
    private static final String INSERT = """
            insert into outbox (shard, event_id, topic, event_key, event_type, event_source, occurred_at, json)
            select n % 64, gen_random_uuid(), 'mobile-token.sync.v1', ? || n,
                'mobile-token.sync.SyncOfferAnswered.v1', '/mobile-token/sync-service', now(),
                '{"customerId":"' || ? || n || '","app":"investment","answer":"REMIND_NEXT_TIME",'
                    || '"at":"2026-11-24T08:00:00.123Z","version":' || ?::text || '}'
            from generate_series(?::int, ?::int) n""";

    private final EventStream arriving;
    private final String keys = KEY + Long.toString(System.nanoTime(), 36) + "-";
    private final Thread writer =
            Thread.ofPlatform().daemon().name("bulk-events").unstarted(this::write);
    private final AtomicLong committed = new AtomicLong();
    private final Connection connection;
    private final long before;
    private volatile boolean ending;

    BulkEvents(Platform platform, ServiceName service, EventStream arriving) {
        this.arriving = arriving;
        this.before = arriving.bulk();
        var database = platform.stack().database(service);
        try {
            connection = DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
        } catch (SQLException e) {
            throw new IllegalStateException("The outbox cannot be written to", e);
        }
        writer.start();
    }

    /** How many events were committed up to now. */
    long committed() {
        return committed.get();
    }

    private void write() {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (long batch = 0; !ending; ) {
                if (committed.get() - (arriving.bulk() - before) > BACKLOG) {
                    LockSupport.parkNanos(PAUSE_NANOS);
                    continue;
                }
                int first = (int) (batch % 2) * AT_ONCE;
                insert.setString(1, keys);
                insert.setString(2, keys);
                insert.setString(3, Long.toString(batch / 2 + 1));
                insert.setInt(4, first);
                insert.setInt(5, first + AT_ONCE - 1);
                committed.addAndGet(insert.executeUpdate());
                batch++;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The outbox could not be filled", e);
        }
    }

    /** Ends the writing; what is committed will still be published. */
    @Override
    public void close() {
        ending = true;
        try {
            writer.join();
            connection.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            throw new IllegalStateException("The connection could not be closed", e);
        }
    }
}
