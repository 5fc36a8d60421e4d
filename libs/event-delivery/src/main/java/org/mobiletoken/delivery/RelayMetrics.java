package org.mobiletoken.delivery;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** How much the relays publish at a time, and how long after it was added the broker has an event: relay_batch_events, relay_lag_seconds. */
@Startup
@ApplicationScoped
class RelayMetrics {
    private static final Duration[] LIMITS = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(20),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2),
        Duration.ofSeconds(10)
    };

    private final DistributionSummary batches;
    private final Timer lag;

    RelayMetrics(MeterRegistry meters) {
        this.batches = DistributionSummary.builder("relay_batch_events")
                .description("Events that were published together")
                .register(meters);
        this.lag = Timer.builder("relay_lag")
                .description(
                        "Time from the beginning of the transaction that added an event to its acknowledgement by the broker")
                .serviceLevelObjectives(LIMITS)
                .register(meters);
    }

    /** @param sinceRead how long ago the rows were read from the outbox */
    void published(List<OutboxRow> rows, Duration sinceRead) {
        batches.record(rows.size());
        rows.forEach(row -> lag.record(row.age().plus(sinceRead)));
    }
}
