package org.mobiletoken.operations;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * A service does not start on a host whose clock is not that of its database: challenges, freezes and cooling-off would begin and end
 * at another time in each replica.
 */
@ApplicationScoped
class CheckClock {
    private static final Logger LOG = Logger.getLogger(CheckClock.class);
    private static final int BEFORE_CONSUMERS = 10;

    private final DataSource dataSource;
    private final OperationsSettings settings;
    private final InstantSource system = InstantSource.system();

    CheckClock(DataSource dataSource, OperationsSettings settings) {
        this.dataSource = dataSource;
        this.settings = settings;
    }

    void check(@Observes @Priority(BEFORE_CONSUMERS) StartupEvent start) throws SQLException {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement("select clock_timestamp()");
                var found = select.executeQuery()) {
            found.next();
            Instant database = found.getObject(1, OffsetDateTime.class).toInstant();
            problem(system.instant(), database, settings.clockSkewAtMost()).ifPresent(sentence -> {
                throw new IllegalStateException(sentence);
            });
        } catch (SQLException e) {
            if (isRefused(e)) {
                throw e;
            }
            LOG.warnf("The clock cannot be compared with the database's yet (SQL state %s)", e.getSQLState());
        }
    }

    /** A database that is away comes back; one that does not let the service in will not. */
    static boolean isRefused(SQLException e) {
        String state = e.getSQLState();
        return state != null && (state.startsWith("28") || state.equals("3D000"));
    }

    /** Which way the clock is wrong, in a sentence. */
    static Optional<String> problem(Instant host, Instant database, Duration atMost) {
        Duration ahead = Duration.between(database, host);
        return ahead.abs().compareTo(atMost) <= 0
                ? Optional.empty()
                : Optional.of("The clock of this host is " + ahead.abs().toSeconds() + " s "
                        + (ahead.isPositive() ? "ahead of" : "behind") + " the database's; at most "
                        + atMost.toSeconds() + " s are allowed. Set right whichever is wrong.");
    }
}
