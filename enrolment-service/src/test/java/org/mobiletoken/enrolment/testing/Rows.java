package org.mobiletoken.enrolment.testing;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The rows of a customer as they are stored. */
@Singleton
public class Rows {

    private static final List<String> TABLES = List.of("customer", "credential", "token", "enrolment", "approval");

    private final DataSource database;

    Rows(DataSource database) {
        this.database = database;
    }

    /** Every row of the customer as text, but for the history, which may grow. */
    public List<String> of(String customerId) {
        return TABLES.stream()
                .flatMap(table -> select(
                        "select '" + table + ' ' + "' || t::text from " + table + " t where customer_id = ? order by 1",
                        customerId)
                        .stream())
                .toList();
    }

    public List<String> select(String sql, String parameter) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            List<String> found = new ArrayList<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
