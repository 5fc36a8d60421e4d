package org.mobiletoken.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import javax.sql.DataSource;
import javax.transaction.xa.XAException;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away or overtaxed, for which one waits, from an event that cannot be handled. */
@ApplicationScoped
class Outages {
    private static final int PROBE_SECONDS = 2;

    private final DataSource dataSource;

    Outages(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    boolean explain(Throwable failure) {
        return saysSo(failure, Collections.newSetFromMap(new IdentityHashMap<>())) || !databaseAnswers();
    }

    private static boolean saysSo(@Nullable Throwable failure, Set<Throwable> seen) {
        if (failure == null || !seen.add(failure)) {
            return false;
        }
        if (failure instanceof XAException || (failure instanceof SQLException e && passes(e.getSQLState()))) {
            return true;
        }
        for (Throwable suppressed : failure.getSuppressed()) {
            if (saysSo(suppressed, seen)) {
                return true;
            }
        }
        return saysSo(failure.getCause(), seen);
    }

    /** Connection lost, resources exhausted, server going down, read-only after a fail-over, deadlock; none: no connection. */
    private static boolean passes(@Nullable String sqlState) {
        return sqlState == null
                || sqlState.startsWith("08")
                || sqlState.startsWith("53")
                || sqlState.startsWith("57P")
                || sqlState.startsWith("40")
                || sqlState.equals("25006");
    }

    private boolean databaseAnswers() {
        try (Connection connection = dataSource.getConnection()) {
            return connection.isValid(PROBE_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }
}
