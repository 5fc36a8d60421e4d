package org.mobiletoken.lockout.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Runs plain statements in the caller's transaction, if there is one; failures are unchecked. */
@ApplicationScoped
class Sql {
    /**
     * True of all that stands in arrays with its number, and has PostgreSQL take it for one row. Otherwise it expects ten of arrays that
     * it does not know, for which a plan that is kept always looks dearer than one that is made anew for the one or two that came.
     */
    static final String FEW = "number between 1 and 2147483647";

    @FunctionalInterface
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    @FunctionalInterface
    interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    private final DataSource dataSource;

    Sql(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    int update(String sql, @Nullable Object... parameters) {
        return run(sql, PreparedStatement::executeUpdate, parameters);
    }

    /**
     * Writes what is to be written for different customers, in one going to and fro. Each customer's keep their order; alike ones of all
     * go together.
     */
    void updateAll(List<List<Write>> writes) {
        var left = writes.stream().map(ArrayDeque::new).collect(Collectors.toCollection(ArrayList::new));
        var statements = new StringJoiner(";\n");
        List<Object> parameters = new ArrayList<>();
        while (!left.isEmpty()) {
            var sql = left.getFirst().getFirst().sql();
            List<Write> alike = new ArrayList<>();
            for (var next : left) {
                while (!next.isEmpty() && next.getFirst().sql().equals(sql)) {
                    alike.add(next.removeFirst());
                }
            }
            statements.add(sql);
            parameters.addAll(List.of(Write.columns(alike)));
            left.removeIf(ArrayDeque::isEmpty);
        }
        run(statements.toString(), PreparedStatement::execute, parameters.toArray());
    }

    <T> List<T> query(String sql, Reader<T> reader, @Nullable Object... parameters) {
        return run(
                sql,
                statement -> {
                    try (var rows = statement.executeQuery()) {
                        return all(rows, reader);
                    }
                },
                parameters);
    }

    <T> T run(String sql, Work<T> work, @Nullable Object... parameters) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            bind(connection, statement, Arrays.asList(parameters));
            return work.with(statement);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    static <T> List<T> all(ResultSet rows, Reader<T> reader) throws SQLException {
        var result = new ArrayList<T>();
        while (rows.next()) {
            result.add(reader.read(rows));
        }
        return result;
    }

    private static void bind(Connection connection, PreparedStatement statement, List<@Nullable Object> parameters)
            throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            bind(connection, statement, i + 1, parameters.get(i));
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, int index, @Nullable Object value)
            throws SQLException {
        switch (value) {
            case null -> statement.setNull(index, Types.NULL);
            case Instant instant -> statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
            case Enum<?> constant -> statement.setString(index, constant.name());
            case String[] texts -> statement.setArray(index, connection.createArrayOf("text", texts));
            case UUID[] ids -> statement.setArray(index, connection.createArrayOf("uuid", ids));
            default -> statement.setObject(index, value);
        }
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
