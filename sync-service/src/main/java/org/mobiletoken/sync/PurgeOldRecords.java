package org.mobiletoken.sync;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.mobiletoken.sync.postgres.Cascades;
import org.mobiletoken.sync.postgres.History;
import org.mobiletoken.sync.postgres.Syncs;

/** Deletes what has been kept for as long as the settings say, so that no table grows without end. */
@ApplicationScoped
public class PurgeOldRecords {
    private final Syncs syncs;
    private final Cascades cascades;
    private final History history;
    private final SyncSettings settings;
    private final Clock clock;

    PurgeOldRecords(Syncs syncs, Cascades cascades, History history, SyncSettings settings, Clock clock) {
        this.syncs = syncs;
        this.cascades = cascades;
        this.history = history;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(every = "${mobile-token.sync.purge-every:1h}", delayed = "5m")
    public void purge() {
        Instant now = clock.instant();
        QuarkusTransaction.requiringNew().run(() -> {
            syncs.deleteEndedBefore(now.minus(settings.keepSyncs()));
            cascades.deleteBefore(now.minus(settings.keepHistory()));
            history.deleteBefore(now.minus(settings.keepHistory()));
        });
    }
}
