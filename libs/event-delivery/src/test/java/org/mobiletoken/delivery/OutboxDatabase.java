package org.mobiletoken.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.mobiletoken.testing.PostgresResource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database with an outbox and nothing else. */
final class OutboxDatabase {
    private final PGSimpleDataSource dataSource = new PGSimpleDataSource();

    OutboxDatabase() {
        var database = PostgresResource.freshDatabase();
        dataSource.setUrl(database.jdbcUrl());
        dataSource.setUser(database.username());
        dataSource.setPassword(database.password());
        Flyway.configure()
                .dataSource(dataSource)
                .locations("db/event-delivery")
                .load()
                .migrate();
    }

    DataSource dataSource() {
        return dataSource;
    }

    void add(String topic, String key, String json) {
        try (Connection connection = dataSource.getConnection()) {
            add(connection, topic, key, json);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same in the transaction of the connection. */
    static void add(Connection connection, String topic, String key, String json) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into outbox (shard, event_id, topic, event_key, event_type, event_source, occurred_at, json)
                values (?, ?, ?, ?, 'parcel.Moved.v1', 'parcel-service', ?, ?)""")) {
            insert.setInt(1, Shards.of(key));
            insert.setObject(2, UUID.randomUUID());
            insert.setString(3, topic);
            insert.setString(4, key);
            insert.setObject(5, Instant.EPOCH.atOffset(ZoneOffset.UTC));
            insert.setString(6, json);
            insert.executeUpdate();
        }
    }

    void removeLongerThan(int characters) {
        ask("with removed as (delete from outbox where length(json) > " + characters + " returning 1)"
                + " select count(*) from removed");
    }

    int waiting() {
        return ask("select count(*) from outbox");
    }

    int locksHeld() {
        return ask("select count(*) from pg_locks where locktype = 'advisory' and granted and database ="
                + " (select oid from pg_database where datname = current_database())");
    }

    /** Cuts the connection of whoever holds a share, as a crash of its process would. */
    void cutTheHolder() {
        ask("select count(pg_terminate_backend(pid)) from pg_locks where locktype = 'advisory' and granted"
                + " and database = (select oid from pg_database where datname = current_database())");
    }

    private int ask(String sql) {
        try (Connection connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
