package org.mobiletoken.lockout.postgres;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement that changes something, with its parameters, to be sent together with others. */
record Write(String sql, List<@Nullable Object> parameters) {

    static Write of(String sql, @Nullable Object... parameters) {
        return new Write(sql, Arrays.asList(parameters));
    }
}
