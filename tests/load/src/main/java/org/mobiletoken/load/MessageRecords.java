package org.mobiletoken.load;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mobiletoken.bank.Waiting;
import org.mobiletoken.stack.Database;
import org.mobiletoken.stack.ServiceName;

/** What notification-service says about its short messages, once none is on its way any more. */
final class MessageRecords {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String ENDED =
            "select count(*) from message where channel = 'SMS' and state not in ('PENDING', 'SENDING')";

    private static final String ON_THE_WAY =
            "select count(*) from message where channel = 'SMS' and state in ('PENDING', 'SENDING')";

    private final Database database;

    /** @param expected how many messages there have to be at least; after some minutes it is taken as it is */
    MessageRecords(Platform platform, int expected) {
        this.database = platform.stack().database(ServiceName.NOTIFICATION);
        try {
            Waiting.until(
                    "Not every message has found its end",
                    PATIENCE,
                    () -> Optional.of(count(ENDED)).filter(ended -> ended >= expected && count(ON_THE_WAY) == 0));
        } catch (AssertionError e) {
            System.err.println(e.getMessage());
        }
    }

    /** The states of each customer's messages. */
    Map<String, List<String>> statesByCustomer() {
        try (Connection connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select customer_id, array_agg(state order by sequence) from message"
                        + " where channel = 'SMS' group by customer_id")) {
            Map<String, List<String>> states = new HashMap<>();
            while (rows.next()) {
                states.put(
                        rows.getString(1), List.of((String[]) rows.getArray(2).getArray()));
            }
            return states;
        } catch (SQLException e) {
            throw new IllegalStateException("The messages cannot be read", e);
        }
    }

    /** Codes that cost their customers something. */
    long codesThatCount() {
        return count("select count(*) from message where kind = 'OTP' and state not in ('FAILED', 'EXPIRED')");
    }

    /** What the budget of a scope has paid for. */
    long spent(String scope) {
        return count("select coalesce(sum(spent), 0) from otp_budget where scope = '" + scope + "'");
    }

    private long count(String sql) {
        try (Connection connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("The records cannot be counted", e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    }
}
