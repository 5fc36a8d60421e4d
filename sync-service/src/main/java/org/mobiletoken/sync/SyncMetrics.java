package org.mobiletoken.sync;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mobiletoken.operations.AfterCommit;
import org.mobiletoken.sync.rules.OfferAnswer;
import org.mobiletoken.sync.rules.SyncState;

/** Counts the steps of synchronisations, answered offers and cascades, once they are committed; each is shown from zero on. */
@Startup
@ApplicationScoped
class SyncMetrics {
    private static final String SYNCS = "syncs";
    private static final String ANSWERS = "sync_offer_answers";

    private final MeterRegistry meters;
    private final AfterCommit afterCommit;
    private final Counter cascades;

    SyncMetrics(MeterRegistry meters, AfterCommit afterCommit, AppSettings apps) {
        this.meters = meters;
        this.afterCommit = afterCommit;
        this.cascades = meters.counter("disable_cascades");
        apps.byName().keySet().forEach(this::startCounting);
    }

    private void startCounting(String app) {
        List.of("approved", "completed", "failed", "refused")
                .forEach(outcome -> meters.counter(SYNCS, "target", app, "outcome", outcome));
        List.of("remind_next_time", "cancelled")
                .forEach(answer -> meters.counter(ANSWERS, "app", app, "answer", answer));
    }

    /** Called, as the others, in the transaction that does it. */
    void stepped(String targetApp, SyncState state) {
        switch (state) {
            case SyncState.Verifying _ -> {}
            case SyncState.Approved _ -> count(SYNCS, "target", targetApp, "outcome", "approved");
            case SyncState.Completed _ -> count(SYNCS, "target", targetApp, "outcome", "completed");
            case SyncState.Failed _ -> count(SYNCS, "target", targetApp, "outcome", "failed");
            case SyncState.Refused _ -> count(SYNCS, "target", targetApp, "outcome", "refused");
        }
    }

    void answered(String app, OfferAnswer answer) {
        switch (answer) {
            case OfferAnswer.RemindNextTime _ -> count(ANSWERS, "app", app, "answer", "remind_next_time");
            case OfferAnswer.Cancelled _ -> count(ANSWERS, "app", app, "answer", "cancelled");
        }
    }

    void cascadeBegan() {
        afterCommit.run(cascades::increment);
    }

    private void count(String name, String... tags) {
        afterCommit.run(() -> meters.counter(name, tags).increment());
    }
}
