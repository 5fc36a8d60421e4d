package org.mobiletoken.stack;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.postgresql.PGConnection;

/** Every row of every business table of the four services, copied out in order, as text that can be compared. */
public record TableCopy(Map<String, List<String>> rows) {
    /** What operations and the jobs that watch over a service leave behind, and the answers that are kept for a day. */
    private static final Set<String> NOT_BUSINESS = Set.of(
            "audit_entry",
            "audit_seal",
            "consumer_halt",
            "counted_figure",
            "dead_letter_resolution",
            "idempotency_key",
            "operations_ledger",
            "rebuild",
            "rebuild_progress",
            "replay",
            "replay_progress");

    public static TableCopy of(LocalStack stack) {
        Map<String, List<String>> rows = new TreeMap<>();
        for (ServiceName service : ServiceName.values()) {
            Database database = stack.database(service);
            try (Connection connection =
                    DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password())) {
                Set<String> names = names(connection);
                names.removeAll(NOT_BUSINESS);
                for (String table : names) {
                    rows.put(service.shortName() + "." + table, copy(connection, table));
                }
            } catch (SQLException e) {
                throw new StackException("The tables of " + service + " cannot be copied", e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new TableCopy(rows);
    }

    public long count() {
        return rows.values().stream().mapToLong(List::size).sum();
    }

    /** How many rows are new, gone or other than before; a changed one counts twice. */
    public long changedSince(TableCopy before) {
        Map<String, Long> balance = new HashMap<>();
        rows.forEach((table, all) -> all.forEach(row -> balance.merge(table + row, 1L, Long::sum)));
        before.rows.forEach((table, all) -> all.forEach(row -> balance.merge(table + row, -1L, Long::sum)));
        return balance.values().stream().mapToLong(Math::abs).sum();
    }

    private static List<String> copy(Connection connection, String table) throws SQLException, IOException {
        var out = new StringWriter();
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (select * from \"" + table + "\" t order by t::text) to stdout", out);
        return out.toString().lines().toList();
    }

    private static Set<String> names(Connection connection) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (ResultSet tables = connection.getMetaData().getTables(null, "public", "%", new String[] {"TABLE"})) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME"));
            }
        }
        return names;
    }
}
