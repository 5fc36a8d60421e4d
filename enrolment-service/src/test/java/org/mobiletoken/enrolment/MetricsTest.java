package org.mobiletoken.enrolment;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.mobiletoken.enrolment.testing.Phone;
import org.mobiletoken.enrolment.testing.Phones;
import org.mobiletoken.enrolment.testing.SyncService;
import org.mobiletoken.events.enrolment.TokenDisabled;
import org.mobiletoken.testing.StatedMetrics;

@ServiceTest
class MetricsTest {
    @Inject
    Phones phones;

    @Inject
    SyncService sync;

    @Inject
    MeterRegistry meters;

    @Test
    void the_service_shows_what_the_documentation_states_and_nothing_else() {
        Phone banking = phones.ofNewCustomer("mobile-banking");
        banking.enable();
        banking.disable().then().statusCode(200);

        await().untilAsserted(() -> assertThat(StatedMetrics.differences(
                        "enrolment-service", get("/q/metrics").asString()))
                .isEmpty());
        assertThat(get("/q/metrics").asString()).doesNotContain(banking.customerId);
    }

    @Test
    void a_disable_and_the_cascade_that_it_starts_count_once_each_with_the_time_between_them() {
        double byCustomer = disablings("investment", "customer");
        double linked = disablings("mobile-banking", "linked_app_disabled");
        long cascades = meters.get("disable_cascade").timer().count();
        double synchronised = meters.get("token_enablings")
                .tags("app", "mobile-banking", "cause", "synchronised")
                .counter()
                .count();
        Phone investment = phones.ofNewCustomer("investment");
        investment.enable();
        sync.synchronise(investment, "mobile-banking");

        investment.disable().then().statusCode(200);
        TokenDisabled own = await().until(
                        () -> sync.told(investment.customerId, TokenDisabled.class), told -> told.size() == 1)
                .getFirst();
        sync.publish(sync.disableRequested(investment, own.credentialId()));

        await().untilAsserted(() ->
                assertThat(disablings("mobile-banking", "linked_app_disabled")).isEqualTo(linked + 1));
        assertThat(disablings("investment", "customer")).isEqualTo(byCustomer + 1);
        assertThat(meters.get("disable_cascade").timer().count()).isEqualTo(cascades + 1);
        assertThat(meters.get("token_enablings")
                        .tags("app", "mobile-banking", "cause", "synchronised")
                        .counter()
                        .count())
                .isEqualTo(synchronised + 1);
    }

    private double disablings(String app, String cause) {
        return meters.get("token_disablings")
                .tags("app", app, "cause", cause)
                .counter()
                .count();
    }
}
