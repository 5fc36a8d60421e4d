package org.mobiletoken.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * What operations watch: outbox_oldest_age_seconds, parked_keys and, by consumer, inbox_duplicates_total, inbox_refused_total,
 * dead_letters_total, events_lost_total and consumer_halted.
 */
@ApplicationScoped
class DeliveryMetrics {
    private static final String LOOK = """
            select
                (select coalesce(extract(epoch from clock_timestamp() - min(added_at)), 0) from outbox) as oldest_age,
                (select count(*) from (select distinct consumer, event_key from parked_event where skipped_at is null) keys)
                    as parked_keys""";

    private final DataSource dataSource;
    private final MeterRegistry meters;
    private final Halts halts;
    private volatile double oldestAge;
    private volatile double parkedKeys;

    DeliveryMetrics(DataSource dataSource, MeterRegistry meters, Halts halts) {
        this.dataSource = dataSource;
        this.meters = meters;
        this.halts = halts;
        Gauge.builder("outbox_oldest_age_seconds", () -> oldestAge)
                .description("How long the oldest unpublished event has been waiting")
                .register(meters);
        Gauge.builder("parked_keys", () -> parkedKeys)
                .description("Keys whose events wait because one failed")
                .register(meters);
    }

    @Scheduled(every = "${mobile-token.delivery.gauge-every}")
    void look() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(LOOK);
                ResultSet found = select.executeQuery()) {
            found.next();
            oldestAge = found.getDouble("oldest_age");
            parkedKeys = found.getDouble("parked_keys");
        }
    }

    /** Shows a consumer's figures from zero on, so that an alert sees the first of each. */
    void startCounting(String consumer) {
        duplicates(consumer);
        refused(consumer);
        deadLetters(consumer);
        lost(consumer);
        Gauge.builder("consumer_halted", halts, all -> all.isHalted(consumer) ? 1 : 0)
                .description("1 while the consumer holds its next record until operations lets it go on")
                .tag("consumer", consumer)
                .register(meters);
    }

    Counter duplicates(String consumer) {
        return meters.counter("inbox_duplicates", "consumer", consumer);
    }

    Counter refused(String consumer) {
        return meters.counter("inbox_refused", "consumer", consumer);
    }

    Counter deadLetters(String consumer) {
        return meters.counter("dead_letters", "consumer", consumer);
    }

    Counter lost(String consumer) {
        return meters.counter("events_lost", "consumer", consumer);
    }
}
