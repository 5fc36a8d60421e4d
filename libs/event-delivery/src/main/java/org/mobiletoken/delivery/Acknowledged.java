package org.mobiletoken.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

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

    /** Which rows of the outbox after an id have been dealt with. */
    List<Long> idsAfter(long id) {
        return ids.stream().filter(each -> each > id).toList();
    }

    boolean isDue() {
        return ids.size() >= atMost || !ids.isEmpty() && System.nanoTime() - since >= KEPT_AT_MOST.toNanos();
    }

    /** Deletes all of them, and returns the number of the transaction that did; none if there are none. */
    OptionalLong delete(Connection connection) throws SQLException {
        if (ids.isEmpty()) {
            return OptionalLong.empty();
        }
        long transaction = share.delete(connection, ids);
        ids.clear();
        return OptionalLong.of(transaction);
    }
}
