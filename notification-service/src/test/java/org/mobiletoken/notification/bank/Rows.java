package org.mobiletoken.notification.bank;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Looks into the tables beside the service. */
@ApplicationScoped
public class Rows {

    private final DataSource dataSource;

    public Rows(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The first column of each row, as text. */
    public List<String> list(String sql, Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = prepared(connection, sql, parameters);
                ResultSet rows = query.executeQuery()) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public int change(String sql, Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = prepared(connection, sql, parameters)) {
            return update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The states of a customer's short messages, oldest first. */
    public List<String> messageStates(String customer) {
        return list("select state from message where customer_id = ? and channel = 'SMS' order by sequence", customer);
    }

    /** The states of a customer's mails and why, oldest first. */
    public List<String> mailStates(String customer) {
        return list(
                "select state || coalesce(' ' || reason, '') from message where customer_id = ? and channel = 'EMAIL'"
                        + " order by sequence",
                customer);
    }

    /** The states of a customer's codes, oldest first. */
    public List<String> codeStates(String customer) {
        return list("select state from otp where customer_id = ? order by issued_at", customer);
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
