package org.mobiletoken.lockout.postgres;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A row to be inserted or updated, to be sent together with others.
 *
 * @param sql changes any number of rows: each parameter is an array of texts with one value of each row, and the statement says what
 *     they are the text of
 */
record Write(String sql, List<@Nullable String> values) {

    static Write of(String sql, @Nullable Object... values) {
        return new Write(sql, Arrays.stream(values).map(Write::text).toList());
    }

    /** The values of rows as columns. */
    static @Nullable String[][] columns(List<Write> rows) {
        @Nullable
        String[][] columns = new @Nullable String[rows.getFirst().values().size()][rows.size()];
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns.length; column++) {
                columns[column][row] = rows.get(row).values().get(column);
            }
        }
        return columns;
    }

    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case List<?> several -> several.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
            default -> value.toString();
        };
    }
}
