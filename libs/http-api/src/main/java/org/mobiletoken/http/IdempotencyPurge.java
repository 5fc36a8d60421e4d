package org.mobiletoken.http;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;

/** Deletes expired idempotency keys from time to time, so that the table does not grow without end. */
@ApplicationScoped
class IdempotencyPurge {
    private final IdempotencyKeys keys;

    IdempotencyPurge(IdempotencyKeys keys) {
        this.keys = keys;
    }

    @Scheduled(every = "${mobile-token.idempotency.purge-every:10m}", delayed = "1m")
    void purge() throws SQLException {
        keys.purge();
    }
}
