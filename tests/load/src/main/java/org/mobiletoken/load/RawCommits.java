package org.mobiletoken.load;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.mobiletoken.stack.Database;

/** Single rows updated and committed by plain JDBC over sixteen connections, in the PostgreSQL of the run. */
final class RawCommits {
    private static final int CONNECTIONS = 16;
    private static final int ROWS = 10_000;

    private RawCommits() {}

    static double perSecond(Platform platform, Duration time) {
        Database database = platform.stack()
                .database(platform.services().keySet().iterator().next());
        try {
            prepare(database);
            long begin = System.nanoTime();
            long end = begin + time.toNanos();
            long commits = 0;
            try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
                List<Future<Long>> working = new ArrayList<>();
                for (int i = 0; i < CONNECTIONS; i++) {
                    working.add(threads.submit(() -> commitUntil(end, database)));
                }
                for (Future<Long> done : working) {
                    commits += done.get();
                }
            }
            return commits * 1e9 / (System.nanoTime() - begin);
        } catch (SQLException | ExecutionException e) {
            throw new IllegalStateException("Commits could not be measured", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private static void prepare(Database database) throws SQLException {
        try (Connection connection = connect(database);
                var statement = connection.createStatement()) {
            statement.execute("create schema if not exists bench");
            statement.execute(
                    "create table if not exists bench.single_row (id integer primary key, n bigint not null)");
            statement.execute("insert into bench.single_row select n, 0 from generate_series(0, " + (ROWS - 1)
                    + ") n on conflict do nothing");
        }
    }

    private static long commitUntil(long end, Database database) throws SQLException {
        try (Connection connection = connect(database);
                PreparedStatement update =
                        connection.prepareStatement("update bench.single_row set n = n + 1 where id = ?")) {
            long commits = 0;
            for (; System.nanoTime() < end; commits++) {
                update.setInt(1, ThreadLocalRandom.current().nextInt(ROWS));
                update.executeUpdate();
            }
            return commits;
        }
    }

    private static Connection connect(Database database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    }
}
