package org.mobiletoken.operations.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Of all replicas one runs a replay, and one a rebuild: it holds an advisory lock, which ends with its connection. */
@ApplicationScoped
public class RunnersLock {
    /** What can be run, each by one replica. */
    public enum Work {
        REPLAY,
        REBUILD
    }

    private static final int LOCK_SPACE = 0x7265706c;

    private final DataSource dataSource;

    RunnersLock(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Does the work while holding the lock; does nothing if another replica holds it. */
    public void whileHeld(Work what, Runnable work) {
        try (Connection connection = dataSource.getConnection()) {
            if (!ask(connection, what, "select pg_try_advisory_lock(?, ?)")) {
                return;
            }
            try {
                work.run();
            } finally {
                release(connection, what);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The lock of the one who runs replays could not be taken", e);
        }
    }

    /** A connection on which releasing fails is cut, which releases as well. */
    private static void release(Connection connection, Work what) throws SQLException {
        try {
            ask(connection, what, "select pg_advisory_unlock(?, ?)");
        } catch (SQLException e) {
            connection.abort(Runnable::run);
            throw e;
        }
    }

    private static boolean ask(Connection connection, Work what, String question) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setInt(1, LOCK_SPACE);
            statement.setInt(2, what.ordinal() + 1);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
