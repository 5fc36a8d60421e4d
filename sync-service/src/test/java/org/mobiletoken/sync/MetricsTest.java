package org.mobiletoken.sync;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mobiletoken.events.enrolment.TokenDisabled.Cause;
import org.mobiletoken.events.sync.LinkedTokenDisableRequested;
import org.mobiletoken.testing.StatedMetrics;

@QuarkusTest
class MetricsTest extends SyncServiceTest {
    @Inject
    MeterRegistry meters;

    @Test
    void the_service_shows_what_the_documentation_states_and_nothing_else() {
        in(BANKING).get("/v1/sync-offer").then().statusCode(200);

        await().untilAsserted(() -> assertThat(StatedMetrics.differences(
                        "sync-service", get("/q/metrics").asString()))
                .isEmpty());
        assertThat(get("/q/metrics").asString()).doesNotContain(customer);
    }

    @Test
    void a_disabled_token_that_makes_another_follow_counts_as_one_cascade() {
        double before = meters.get("disable_cascades").counter().count();
        UUID banking = enabled(BANKING, "key-1", 1);
        enabled(INVESTMENT, "key-2", 2);

        tell(disabledEvent(BANKING, banking, Cause.CUSTOMER, 3));
        awaitTold(LinkedTokenDisableRequested.class);

        await().untilAsserted(() ->
                assertThat(meters.get("disable_cascades").counter().count()).isEqualTo(before + 1));
    }
}
