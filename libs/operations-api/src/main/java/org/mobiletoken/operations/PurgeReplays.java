package org.mobiletoken.operations;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.mobiletoken.operations.postgres.Rebuilds;
import org.mobiletoken.operations.postgres.Replays;

/** Deletes replays and rebuilds that ended or expired long ago; the ledger keeps that they were. */
@ApplicationScoped
class PurgeReplays {
    private final Replays replays;
    private final Rebuilds rebuilds;
    private final OperationsSettings settings;
    private final Clock clock;

    PurgeReplays(Replays replays, Rebuilds rebuilds, OperationsSettings settings, Clock clock) {
        this.replays = replays;
        this.rebuilds = rebuilds;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(every = "24h", delayed = "15m")
    void purge() {
        Instant kept = clock.instant().minus(settings.keepReplays());
        replays.deleteEndedBefore(kept);
        rebuilds.deleteEndedBefore(kept);
    }
}
