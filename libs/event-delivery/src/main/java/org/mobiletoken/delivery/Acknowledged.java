package org.mobiletoken.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The events that the broker has and the outbox still holds. They are deleted together, since every deletion waits for the disk;
 * what a crash leaves of them is sent again.
 */
final class Acknowledged {
    private static final Duration KEPT_AT_MOST = Duration.ofMillis(200);

    private final OutboxShare share;
    private final int atMost;
    private final List<Long> ids = new ArrayList<>();
    private long since;

    /** @param atMost so many at once are deleted without waiting for more */
    Acknowledged(OutboxShare share, int atMost) {
        this.share = share;
        this.atMost = atMost;
    }

    void add(OutboxRow row) {
        if (ids.isEmpty()) {
            since = System.nanoTime();
        }
        ids.add(row.id());
    }

    /** Which rows of the outbox have been dealt with. */
    List<Long> ids() {
        return ids;
    }

    void deleteWhenDue(Connection connection) throws SQLException {
        if (ids.size() >= atMost || System.nanoTime() - since >= KEPT_AT_MOST.toNanos()) {
            delete(connection);
        }
    }

    void delete(Connection connection) throws SQLException {
        if (!ids.isEmpty()) {
            share.delete(connection, ids);
            ids.clear();
        }
    }
}
