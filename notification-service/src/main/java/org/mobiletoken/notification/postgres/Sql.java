package org.mobiletoken.notification.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Runs plain commands in the caller's transaction; failures are unchecked. */
@ApplicationScoped
class Sql {

    @FunctionalInterface
    interface Reading<T> {
        T from(Answers answers) throws SQLException;
    }

    private final DataSource dataSource;

    Sql(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    int change(String sql, @Nullable Object... parameters) {
        return together(List.of(Command.of(sql, parameters)), Answers::changed);
    }

    void together(List<Command> commands) {
        together(commands, answers -> commands);
    }

    /** Sends all of them at once and waits once for their answers; after one that fails, none is done. */
    <T> T together(List<Command> commands, Reading<T> reading) {
        String sql = commands.stream().map(Command::sql).collect(Collectors.joining("; "));
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            int index = 1;
            for (Command command : commands) {
                for (Object parameter : command.parameters()) {
                    bind(statement, index++, parameter);
                }
            }
            statement.execute();
            return reading.from(new Answers(statement));
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setNull(index, Types.NULL);
            case Instant instant -> statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
            case Enum<?> constant -> statement.setString(index, constant.name());
            case String[] texts ->
                statement.setArray(index, statement.getConnection().createArrayOf("text", texts));
            default -> statement.setObject(index, value);
        }
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
