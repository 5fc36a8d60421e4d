package org.mobiletoken.notification.postgres;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement with its parameters, to be sent together with others. */
record Command(String sql, List<@Nullable Object> parameters) {

    static final Command COMMIT = of("commit");
    /** For a transaction that has only held locks: nothing is lost by it, and a commit would wait for the disk. */
    static final Command LET_GO = of("rollback");

    static Command of(String sql, @Nullable Object... parameters) {
        return new Command(sql, Arrays.asList(parameters));
    }
}
