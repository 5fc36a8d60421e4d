package org.mobiletoken.operations;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.mobiletoken.operations.postgres.Replays;

/** Deletes replays that ended or expired long ago; the ledger keeps that they were. */
@ApplicationScoped
class PurgeReplays {
    private final Replays replays;
    private final OperationsSettings settings;
    private final Clock clock;

    PurgeReplays(Replays replays, OperationsSettings settings, Clock clock) {
        this.replays = replays;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(every = "24h", delayed = "15m")
    void purge() {
        replays.deleteEndedBefore(clock.instant().minus(settings.keepReplays()));
    }
}
