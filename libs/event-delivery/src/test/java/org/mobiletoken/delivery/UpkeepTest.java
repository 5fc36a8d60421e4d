package org.mobiletoken.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.mobiletoken.testing.KafkaResource;
import org.mobiletoken.testing.PostgresResource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(ParcelTopics.class)
class UpkeepTest {
    @Inject
    Retention retention;

    @Inject
    DeliveryMetrics metrics;

    @Inject
    MeterRegistry meters;

    @Inject
    DataSource dataSource;

    @Inject
    Halts halts;

    private final String consumer = "upkeep-" + UUID.randomUUID();

    @Test
    void received_events_are_forgotten_after_the_retention_and_not_before() throws SQLException {
        run("insert into inbox select '" + consumer
                + "', gen_random_uuid(), 't', 0, n, now() - interval '90 days 1 minute'"
                + " from generate_series(1, 12000) n");
        run("insert into inbox values ('" + consumer
                + "', gen_random_uuid(), 't', 0, 0, now() - interval '89 days 23 hours')");

        retention.purge();

        assertThat(ask("select count(*) from inbox where consumer = '" + consumer + "'"))
                .isEqualTo(1);
    }

    @Test
    void skipped_events_are_forgotten_after_the_retention_and_waiting_ones_never() throws SQLException {
        park("now() - interval '91 days'", "now() - interval '91 days'");
        park("now() - interval '91 days'", "now() - interval '89 days'");
        park("now() - interval '91 days'", "null");

        retention.purge();

        assertThat(ask("select count(*) from parked_event where consumer = '" + consumer + "'"))
                .isEqualTo(2);
    }

    @Test
    void halts_are_told_as_long_as_their_process_is_there_and_forgotten_after_the_retention() throws SQLException {
        halt("now() - interval '91 days'");
        halt("now() - interval '31 seconds'");
        halt("now() - interval '5 seconds'");

        retention.purge();

        assertThat(ask("select count(*) from consumer_halt where consumer = '" + consumer + "'"))
                .isEqualTo(2);
        assertThat(halts.list())
                .filteredOn(halt -> halt.consumer().equals(consumer))
                .hasSize(1);
    }

    @Test
    void the_gauges_show_the_oldest_unpublished_event_and_the_parked_keys() throws SQLException {
        park("now()", "null");
        metrics.look();

        assertThat(meters.get("parked_keys").gauge().value()).isGreaterThanOrEqualTo(1);
        assertThat(meters.get("outbox_oldest_age_seconds").gauge().value()).isGreaterThanOrEqualTo(0);
    }

    private void halt(String seenAt) throws SQLException {
        run("insert into consumer_halt (id, consumer, because, seen_at) values (gen_random_uuid(), '" + consumer
                + "', 'too many', " + seenAt + ")");
    }

    private void park(String parkedAt, String skippedAt) throws SQLException {
        run("insert into parked_event (consumer, event_id, event_key, event_type, event_source, occurred_at, topic,"
                + " topic_partition, topic_offset, json, parked_at, skipped_at, skipped_because) values ('"
                + consumer + "', gen_random_uuid(), 'k', 't', 's', now(), 't', 0, 0, '', " + parkedAt + ", "
                + skippedAt + ", " + (skippedAt.equals("null") ? "null" : "'agreed'") + ")");
    }

    private void run(String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private int ask(String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getInt(1);
        }
    }
}
