package org.mobiletoken.lockout;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.mobiletoken.lockout.postgres.Elapsed;

/** Notices what time has brought about where nobody asks, so that others hear of it; it decides nothing. */
@ApplicationScoped
public class Sweep {

    private final Elapsed elapsed;
    private final BringUpToDate bringUpToDate;
    private final LockoutSettings settings;

    Sweep(Elapsed elapsed, BringUpToDate bringUpToDate, LockoutSettings settings) {
        this.elapsed = elapsed;
        this.bringUpToDate = bringUpToDate;
        this.settings = settings;
    }

    @Scheduled(
            identity = "lockout-sweep",
            every = "${mobile-token.lockout.sweep-every:2s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        elapsed.customers(settings.sweepBatch()).forEach(bringUpToDate::customer);
    }

    @Scheduled(
            identity = "lockout-purge",
            every = "${mobile-token.lockout.purge-every:1h}",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void purge() {
        elapsed.purgeAttempts(settings.keepAttempts());
        elapsed.purgeHistory(settings.keepHistory());
    }
}
