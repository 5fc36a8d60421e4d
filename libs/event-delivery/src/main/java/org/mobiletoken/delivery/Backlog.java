package org.mobiletoken.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** How much waits in this service's tables, asked at this moment. */
@ApplicationScoped
public class Backlog {
    private static final String LOOK = """
            select
                (select count(*) from outbox) as outbox_events,
                (select coalesce(extract(epoch from clock_timestamp() - min(added_at)), 0) from outbox) as oldest_age,
                (select count(*) from parked_event where skipped_at is null) as parked_events,
                (select count(*) from (select distinct consumer, event_key from parked_event where skipped_at is null) keys)
                    as parked_keys""";

    private final DataSource dataSource;

    Backlog(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * What waits.
     *
     * @param outboxEvents committed events that the broker has not acknowledged, or has only just
     * @param outboxOldestAge how long the oldest of them has been waiting; zero if there is none
     */
    public record Waiting(long outboxEvents, Duration outboxOldestAge, long parkedKeys, long parkedEvents) {}

    public Waiting now() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(LOOK);
                ResultSet found = select.executeQuery()) {
            found.next();
            return new Waiting(
                    found.getLong("outbox_events"),
                    Duration.ofMillis(Math.round(found.getDouble("oldest_age") * 1000)),
                    found.getLong("parked_keys"),
                    found.getLong("parked_events"));
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
