package org.mobiletoken.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiletoken.journeys.JourneyCustomer.PASSCODE;
import static org.mobiletoken.journeys.Platform.INVESTMENT;
import static org.mobiletoken.journeys.Platform.MOBILE_BANKING;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mobiletoken.bank.EventLog;

@ExtendWith(PlatformExtension.class)
class KafkaStoppedIT {
    private final Platform platform;
    private final JourneyCustomer customer;

    KafkaStoppedIT(Platform platform) {
        this.platform = platform;
        this.customer = new JourneyCustomer(platform);
    }

    @Test
    void a_disable_refuses_every_later_proof_at_once_and_its_cascade_completes_when_kafka_returns() {
        customer.enable(INVESTMENT);
        customer.synchronise(INVESTMENT, MOBILE_BANKING).expect(200);
        EventLog events = platform.events();
        int before = events.position();

        platform.stack().kafka().stop();
        try {
            customer.session(INVESTMENT).disableToken().expect(200);

            customer.logIn(INVESTMENT, PASSCODE).expectProblem(422, "proof-refused");
            assertThat(customer.session(MOBILE_BANKING).token().text("state")).isEqualTo("NOT_ENABLED");
        } finally {
            platform.stack().kafka().start();
        }

        events.await(
                "TokenDisabled",
                customer.id(),
                before,
                data -> data.path("cause").asText().equals("LINKED_APP_DISABLED"));
    }
}
