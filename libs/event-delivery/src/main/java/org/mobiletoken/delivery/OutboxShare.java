package org.mobiletoken.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * One relay's share of the outbox, guarded by an advisory lock that lives as long as the connection it was taken on.
 *
 * @param number which share, from 0
 * @param of into how many shares the outbox is divided
 */
record OutboxShare(int number, int of) {
    private static final int LOCK_SPACE = 0x6f757462;
    private static final String NEXT = """
            select pg_snapshot_xmin(snapshot) as oldest_running, found.*
            from pg_current_snapshot() as snapshot left join (
                select id, event_id, topic, event_key, event_type, event_source, occurred_at, json, traceparent,
                    extract(epoch from clock_timestamp() - added_at) * 1000 as age_millis
                from outbox where id > ? and shard % ? = ? and id <> all(?) order by id limit ?) found on true
            order by found.id""";

    private static final String DELETE =
            "with deleted as (delete from outbox where id = any(?)) select pg_current_xact_id()";

    OutboxShare {
        if (of < 1 || of > Shards.COUNT || number < 0 || number >= of) {
            throw new IllegalArgumentException("The outbox has 1 to " + Shards.COUNT + " shares, not " + of);
        }
    }

    /** The database notices within seconds when the holder's machine is gone, and lets the next one hold the share. */
    boolean tryHold(Connection connection) throws SQLException {
        run(connection, "set tcp_keepalives_idle = 5; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 2");
        boolean held = ask(connection, "select pg_try_advisory_lock(?, ?)");
        if (held) {
            // what is read is little and at the end of an index, however large the rest is: nothing else needs to be
            // considered
            run(
                    connection,
                    "set enable_seqscan = off; set enable_bitmapscan = off; set plan_cache_mode = force_generic_plan");
        }
        return held;
    }

    /** Gives the share back; a connection on which that fails is cut, which gives it back as well. */
    void release(Connection connection) throws SQLException {
        try {
            run(connection, "reset enable_seqscan; reset enable_bitmapscan; reset plan_cache_mode");
            ask(connection, "select pg_advisory_unlock(?, ?)");
        } catch (SQLException e) {
            connection.abort(Runnable::run);
            throw e;
        }
    }

    /** The oldest rows of this share after an id, but for those {@code dealtWith}. */
    OutboxReading next(Connection connection, long after, List<Long> dealtWith, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NEXT)) {
            select.setLong(1, after);
            select.setInt(2, of);
            select.setInt(3, number);
            select.setArray(4, connection.createArrayOf("bigint", dealtWith.toArray()));
            select.setInt(5, limit);
            try (ResultSet found = select.executeQuery()) {
                return reading(found, limit);
            }
        }
    }

    /** Every line tells of the snapshot; where there is no row, the only one tells of nothing else. */
    private static OutboxReading reading(ResultSet found, int limit) throws SQLException {
        List<OutboxRow> rows = new ArrayList<>();
        long oldestRunning = 0;
        while (found.next()) {
            oldestRunning = Long.parseLong(found.getString("oldest_running"));
            if (found.getObject("id") != null) {
                rows.add(row(found));
            }
        }
        return new OutboxReading(rows, rows.size() == limit, oldestRunning);
    }

    /** Returns the number of the transaction that deleted them. */
    long delete(Connection connection, List<Long> ids) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            delete.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            try (ResultSet deleted = delete.executeQuery()) {
                deleted.next();
                return Long.parseLong(deleted.getString(1));
            }
        }
    }

    private static void run(Connection connection, String settings) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(settings);
        }
    }

    private boolean ask(Connection connection, String lockQuestion) throws SQLException {
        try (PreparedStatement question = connection.prepareStatement(lockQuestion)) {
            question.setInt(1, LOCK_SPACE);
            question.setInt(2, number);
            try (ResultSet answer = question.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private static OutboxRow row(ResultSet found) throws SQLException {
        OutgoingEvent event = new OutgoingEvent(
                found.getObject("event_id", UUID.class),
                found.getString("topic"),
                found.getString("event_key"),
                found.getString("event_type"),
                found.getString("event_source"),
                found.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                found.getString("json").getBytes(UTF_8));
        return new OutboxRow(
                found.getLong("id"),
                event,
                found.getString("traceparent"),
                Duration.ofMillis(found.getLong("age_millis")));
    }
}
