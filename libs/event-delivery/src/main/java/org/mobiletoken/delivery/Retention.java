package org.mobiletoken.delivery;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Received and skipped events are forgotten after the retention, a slice at a time, and so are halts. */
@ApplicationScoped
class Retention {
    private static final int SLICE = 5_000;
    private static final String INBOX = """
            delete from inbox where ctid = any(array(
                select ctid from inbox where received_at < now() - make_interval(secs => ?) limit ?))""";
    private static final String SKIPPED = """
            delete from parked_event where ctid = any(array(
                select ctid from parked_event where skipped_at < now() - make_interval(secs => ?) limit ?))""";

    private static final String HALTS = """
            delete from consumer_halt where ctid = any(array(
                select ctid from consumer_halt where seen_at < now() - make_interval(secs => ?) limit ?))""";

    private final DataSource dataSource;
    private final DeliverySettings.Inbox settings;

    Retention(DataSource dataSource, DeliverySettings settings) {
        this.dataSource = dataSource;
        this.settings = settings.inbox();
    }

    @Scheduled(every = "${mobile-token.delivery.inbox.purge-every}")
    void purge() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            purge(connection, INBOX);
            purge(connection, SKIPPED);
            purge(connection, HALTS);
        }
    }

    private void purge(Connection connection, String slice) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(slice)) {
            delete.setDouble(1, (double) settings.retention().toSeconds());
            delete.setInt(2, SLICE);
            while (delete.executeUpdate() == SLICE) {
                // another slice is waiting
            }
        }
    }
}
