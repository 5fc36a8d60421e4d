package org.mobiletoken.load;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mobiletoken.stack.ServiceName;
import org.postgresql.PGConnection;

/** Every row of every business table of all services, copied out in order. */
record BusinessTables(Map<String, List<String>> rows) {
    /** What operations themselves leave behind, and the answers that are kept for a day. */
    private static final Set<String> NOT_BUSINESS = Set.of(
            "consumer_halt",
            "dead_letter_resolution",
            "idempotency_key",
            "operations_ledger",
            "rebuild",
            "rebuild_progress",
            "replay",
            "replay_progress");

    private static final Duration QUIET = Duration.ofSeconds(3);
    private static final int LOOKS_AT_MOST = 100;

    /** The tables once nothing in them has changed for a while. */
    static BusinessTables settled(Platform platform) {
        BusinessTables before = now(platform);
        for (int look = 0; look < LOOKS_AT_MOST; look++) {
            Figures.pass(QUIET);
            BusinessTables after = now(platform);
            if (after.equals(before)) {
                return after;
            }
            before = after;
        }
        throw new IllegalStateException("The platform does not come to rest");
    }

    long count() {
        return rows.values().stream().mapToLong(List::size).sum();
    }

    /** How many rows are new, gone or other than before; a changed one counts twice. */
    long changedSince(BusinessTables before) {
        Map<String, Long> balance = new HashMap<>();
        rows.forEach((table, all) -> all.forEach(row -> balance.merge(table + row, 1L, Long::sum)));
        before.rows.forEach((table, all) -> all.forEach(row -> balance.merge(table + row, -1L, Long::sum)));
        return balance.values().stream().mapToLong(Math::abs).sum();
    }

    private static BusinessTables now(Platform platform) {
        Map<String, List<String>> rows = new TreeMap<>();
        for (ServiceName service : ServiceName.values()) {
            var database = platform.stack().database(service);
            try (Connection connection =
                    DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password())) {
                for (String table : names(connection)) {
                    rows.put(service.shortName() + "." + table, copy(connection, table));
                }
            } catch (SQLException e) {
                throw new IllegalStateException("The tables of " + service + " cannot be copied", e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new BusinessTables(rows);
    }

    private static List<String> copy(Connection connection, String table) throws SQLException, IOException {
        var out = new StringWriter();
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (select * from \"" + table + "\" t order by t::text) to stdout", out);
        return out.toString().lines().toList();
    }

    private static TreeSet<String> names(Connection connection) throws SQLException {
        TreeSet<String> names = new TreeSet<>();
        try (ResultSet tables = connection.getMetaData().getTables(null, "public", "%", new String[] {"TABLE"})) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME"));
            }
        }
        names.removeAll(NOT_BUSINESS);
        return names;
    }
}
