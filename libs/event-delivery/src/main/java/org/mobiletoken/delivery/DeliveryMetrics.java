package org.mobiletoken.delivery;

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
 * What operations watch: outbox_oldest_age_seconds, parked_keys, inbox_duplicates_total and dead_letters_total.
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
    private volatile double oldestAge;
    private volatile double parkedKeys;

    DeliveryMetrics(DataSource dataSource, MeterRegistry meters) {
        this.dataSource = dataSource;
        this.meters = meters;
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

    void duplicate(String consumer) {
        meters.counter("inbox_duplicates", "consumer", consumer).increment();
    }

    void deadLetter(String consumer) {
        meters.counter("dead_letters", "consumer", consumer).increment();
    }
}
