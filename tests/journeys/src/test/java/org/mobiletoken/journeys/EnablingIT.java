package org.mobiletoken.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiletoken.journeys.JourneyCustomer.PASSCODE;
import static org.mobiletoken.journeys.Platform.INVESTMENT;
import static org.mobiletoken.journeys.Platform.MOBILE_BANKING;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mobiletoken.bank.Answer;
import org.mobiletoken.bank.EventLog;
import org.mobiletoken.bank.SmsInbox;

@ExtendWith(PlatformExtension.class)
class EnablingIT {
    private final Platform platform;
    private final JourneyCustomer customer;

    EnablingIT(Platform platform) {
        this.platform = platform;
        this.customer = new JourneyCustomer(platform);
    }

    @Test
    void investment_can_be_used_at_once() {
        EventLog events = platform.events();
        int before = events.position();

        Answer token = customer.enable(INVESTMENT);

        assertThat(token.text("state")).isEqualTo("ENABLED");
        assertThat(customer.logIn(INVESTMENT, PASSCODE).expect(200).text("customerId"))
                .isEqualTo(customer.id());
        assertThat(events.await("TokenEnabled", customer.id(), before)
                        .data()
                        .path("cause")
                        .asText())
                .isEqualTo("ENABLED");
    }

    @Test
    void mobile_banking_can_be_used_six_hours_later() {
        Answer token = customer.enable(MOBILE_BANKING);

        assertThat(token.text("state")).isEqualTo("COOLING_OFF");
        customer.logIn(MOBILE_BANKING, PASSCODE).expectProblem(409, "cooling-off");

        platform.clock().advance(Duration.ofHours(6));

        customer.logIn(MOBILE_BANKING, PASSCODE).expect(200);
    }

    @Test
    void the_customer_gets_a_notice() {
        Instant before = SmsInbox.now();

        customer.enable(INVESTMENT);

        assertThat(customer.awaitNotice(before).text()).doesNotContain(customer.id());
    }

    @Test
    void biometrics_open_the_app_after_passcode_code_and_key() {
        customer.enable(INVESTMENT);

        assertThat(customer.turnOnBiometrics(INVESTMENT)
                        .body()
                        .path("biometric")
                        .asBoolean())
                .isTrue();

        assertThat(customer.logInByBiometrics(INVESTMENT).expect(200).text("method"))
                .isEqualTo("BIOMETRIC");
        customer.session(INVESTMENT).turnOffBiometrics().expect(200);
        customer.logInByBiometrics(INVESTMENT).expectProblem(422, "proof-refused");
    }

    @Test
    void the_same_proof_sent_fifty_times_at_once_verifies_once() throws Exception {
        customer.enable(INVESTMENT);
        String proof = customer.passcodeProof(INVESTMENT, PASSCODE);

        List<Answer> answers =
                Parallel.call(50, i -> platform.gateway(INVESTMENT).verify(proof));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers).allMatch(answer -> List.of(200, 409, 503).contains(answer.status()));
        customer.logIn(INVESTMENT, PASSCODE).expect(200);
    }

    @Test
    void another_device_replaces_the_first_only_when_asked_to() {
        customer.enable(INVESTMENT);
        customer.takeNewPhone("iPhone 18");

        customer.openEnrolment(customer.session(INVESTMENT), false, null).expectProblem(409, "other-device");
        customer.enable(INVESTMENT, true);

        customer.logIn(INVESTMENT, PASSCODE).expect(200);
        assertThat(customer.session(INVESTMENT).token().text("deviceName")).contains("iPhone");
    }

    @Test
    void an_app_on_the_same_device_is_told_to_synchronise_instead() {
        customer.enable(INVESTMENT);

        customer.openEnrolment(
                        customer.session(MOBILE_BANKING),
                        false,
                        customer.phone().thumbprint(INVESTMENT))
                .expectProblem(409, "synchronise-instead");
    }

    @Test
    void staff_disable_a_lost_phones_token() {
        customer.enable(INVESTMENT);

        platform.branch().disableTokens(customer.id(), "phone lost", "CASE-2").expect(200);

        customer.logIn(INVESTMENT, PASSCODE).expectProblem(422, "proof-refused");
    }
}
