package org.mobiletoken.notification.postgres;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The answers to commands that were sent together, each asked for in the order of its command. */
final class Answers {

    @FunctionalInterface
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final PreparedStatement statement;
    private boolean started;

    Answers(PreparedStatement statement) {
        this.statement = statement;
    }

    <T> List<T> rows(Reader<T> reader) throws SQLException {
        next();
        List<T> read = new ArrayList<>();
        try (ResultSet rows = statement.getResultSet()) {
            while (rows.next()) {
                read.add(reader.read(rows));
            }
        }
        return read;
    }

    /** How many rows the next command changed. */
    int changed() throws SQLException {
        next();
        return statement.getUpdateCount();
    }

    private void next() throws SQLException {
        if (started) {
            statement.getMoreResults();
        }
        started = true;
    }
}
