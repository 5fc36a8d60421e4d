package org.mobiletoken.lockout;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.mobiletoken.testing.KafkaResource;
import org.mobiletoken.testing.PostgresResource;
import org.mobiletoken.testing.StatedMetrics;
import org.mobiletoken.testing.TokensResource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokensResource.class)
class MetricsTest {
    private final LockoutClient lockout = new LockoutClient();
    private final String customer = LockoutClient.newCustomer();
    private final MeterRegistry meters;

    MetricsTest(MeterRegistry meters) {
        this.meters = meters;
    }

    @Test
    void the_service_shows_what_the_documentation_states_and_nothing_else() {
        lockout.wrong(customer);

        await().untilAsserted(() -> assertThat(StatedMetrics.differences(
                        "lockout-service", get("/q/metrics").asString()))
                .isEmpty());
        assertThat(get("/q/metrics").asString()).doesNotContain(customer);
    }

    @Test
    void a_wrong_passcode_and_the_freeze_that_it_brings_count_once() {
        double wrong = count("passcode_attempts", "outcome", "rejected");
        double right = count("passcode_attempts", "outcome", "accepted");
        double freezes = count("freezes", "kind", "temporary");

        lockout.right(customer);
        lockout.wrong(customer, 6);

        assertThat(count("passcode_attempts", "outcome", "rejected")).isEqualTo(wrong + 6);
        assertThat(count("passcode_attempts", "outcome", "accepted")).isEqualTo(right + 1);
        assertThat(count("freezes", "kind", "temporary")).isEqualTo(freezes + 1);
    }

    private double count(String name, String label, String value) {
        return meters.get(name).tag(label, value).counter().count();
    }
}
