package org.mobiletoken.notification.reports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.function.LongSupplier;
import org.mobiletoken.notification.postgres.ErrorReports;
import org.mobiletoken.notification.postgres.ReportReads;

/** Deletes what is older than the bank keeps it, a slice at a time, so that no customer waits for it. */
@ApplicationScoped
public class PurgeReports {

    private static final int SLICE = 500;

    private final ErrorReports reports;
    private final ReportReads reads;
    private final Clock clock;
    private final ReportSettings settings;

    public PurgeReports(ErrorReports reports, ReportReads reads, Clock clock, ReportSettings settings) {
        this.reports = reports;
        this.reads = reads;
        this.clock = clock;
        this.settings = settings;
    }

    @Scheduled(every = "${mobile-token.reports.purge-every:1h}", delayed = "1m")
    public void purge() {
        inSlices(() -> reports.purge(clock.instant().minus(settings.keep()), SLICE));
        inSlices(() -> reads.purge(clock.instant().minus(settings.keepReads()), SLICE));
    }

    private static void inSlices(LongSupplier slice) {
        long deleted;
        do {
            deleted = QuarkusTransaction.requiringNew().call(slice::getAsLong);
        } while (deleted == SLICE);
    }
}
