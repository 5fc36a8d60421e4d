package org.mobiletoken.notification;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mobiletoken.notification.bank.BankSmsc;
import org.mobiletoken.notification.bank.Numbers;
import org.mobiletoken.notification.bank.Otps;
import org.mobiletoken.notification.bank.TinyDirectory;
import org.mobiletoken.notification.bank.WithBank;
import org.mobiletoken.smsc.Behaviour;
import org.mobiletoken.testing.StatedMetrics;

@QuarkusTest
@WithBank
class MetricsTest {
    @Inject
    MeterRegistry meters;

    BankSmsc smsc;
    TinyDirectory directory;

    private final String customer = UUID.randomUUID().toString();

    @BeforeEach
    void the_directory_knows_the_customer() {
        directory.knows(customer, Numbers.any(), "en");
        await().until(() -> smsc.sessions() == 2);
    }

    @AfterEach
    void the_sms_centre_is_well_again() {
        smsc.speak();
    }

    @Test
    void the_service_shows_what_the_documentation_states_and_nothing_else() {
        Otps.send(customer, UUID.randomUUID()).then().statusCode(201);

        await().untilAsserted(() -> assertThat(StatedMetrics.differences(
                        "notification-service", get("/q/metrics").asString()))
                .isEmpty());
        assertThat(get("/q/metrics").asString()).doesNotContain(customer);
    }

    @Test
    void a_code_counts_as_sent_and_its_message_as_accepted_and_then_as_delivered() {
        double sent =
                meters.get("otp_requests").tag("outcome", "sent").counter().count();
        double accepted = messages("accepted");
        double delivered = messages("delivered");
        smsc.report(Behaviour.Receipts.DELIVERED);

        Otps.send(customer, UUID.randomUUID()).then().statusCode(201);

        assertThat(meters.get("otp_requests").tag("outcome", "sent").counter().count())
                .isEqualTo(sent + 1);
        assertThat(messages("accepted")).isEqualTo(accepted + 1);
        await().untilAsserted(() -> assertThat(messages("delivered")).isEqualTo(delivered + 1));
    }

    private double messages(String outcome) {
        return meters.get("messages")
                .tags("channel", "sms", "outcome", outcome)
                .counter()
                .count();
    }
}
