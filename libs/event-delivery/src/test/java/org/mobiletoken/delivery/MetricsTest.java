package org.mobiletoken.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiletoken.delivery.Eventually.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.mobiletoken.testing.KafkaResource;
import org.mobiletoken.testing.PostgresResource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(ParcelTopics.class)
class MetricsTest {
    @Inject
    LagWatch lagWatch;

    @Inject
    Positions positions;

    @Test
    void every_figure_is_shown_under_its_name_before_anything_has_happened() {
        await().until(() -> !positions.byGroup().isEmpty());
        lagWatch.look();

        assertThat(Management.metrics())
                .contains(
                        "outbox_oldest_age_seconds ",
                        "parked_keys ",
                        "inbox_duplicates_total{consumer=\"parcel-moves\"}",
                        "inbox_refused_total{consumer=\"parcel-moves\"}",
                        "dead_letters_total{consumer=\"parcel-moves\"}",
                        "events_lost_total{consumer=\"parcel-moves\"}",
                        "consumer_halted{consumer=\"parcel-moves\"}",
                        "consumer_lag_events{partition=\"0\",topic=\"parcels.v1\"}",
                        "consumer_lag_near_retention{partition=\"0\",topic=\"parcels.v1\"} 0.0",
                        "relay_batch_events_count ",
                        "relay_lag_seconds_bucket{le=\"0.05\"}");
    }
}
