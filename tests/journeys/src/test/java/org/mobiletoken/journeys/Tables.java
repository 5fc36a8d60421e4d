package org.mobiletoken.journeys;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mobiletoken.stack.Database;
import org.mobiletoken.stack.LocalStack;
import org.mobiletoken.stack.ServiceName;

/** Every row of every table of the four services, in order, as text that can be compared. */
final class Tables {
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

    private Tables() {}

    static String of(LocalStack stack) throws SQLException {
        return of(stack, Set.of());
    }

    static String ofBusiness(LocalStack stack) throws SQLException {
        return of(stack, NOT_BUSINESS);
    }

    private static String of(LocalStack stack, Set<String> leftOut) throws SQLException {
        List<String> all = new ArrayList<>();
        for (ServiceName service : ServiceName.values()) {
            Database database = stack.database(service);
            try (Connection connection =
                    DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password())) {
                TreeSet<String> names = names(connection);
                names.removeAll(leftOut);
                for (String table : names) {
                    all.add(service.shortName() + "." + table + ":\n" + rows(connection, table));
                }
            }
        }
        return String.join("\n", all);
    }

    private static TreeSet<String> names(Connection connection) throws SQLException {
        TreeSet<String> names = new TreeSet<>();
        try (ResultSet tables = connection.getMetaData().getTables(null, "public", "%", new String[] {"TABLE"})) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME"));
            }
        }
        return names;
    }

    private static String rows(Connection connection, String table) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (var statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select t::text from \"" + table + "\" t")) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows.stream().sorted().collect(Collectors.joining("\n"));
    }
}
