package org.mobiletoken.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiletoken.journeys.JourneyCustomer.PASSCODE;
import static org.mobiletoken.journeys.Platform.INVESTMENT;
import static org.mobiletoken.journeys.Platform.MOBILE_BANKING;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mobiletoken.bank.Answer;
import org.mobiletoken.bank.EventLog;

@ExtendWith(PlatformExtension.class)
class DisablingOneAppDisablesTheOtherIT {
    private final Platform platform;
    private final JourneyCustomer customer;

    DisablingOneAppDisablesTheOtherIT(Platform platform) {
        this.platform = platform;
        this.customer = new JourneyCustomer(platform);
    }

    @ParameterizedTest
    @CsvSource({"investment,mobile-banking", "mobile-banking,investment"})
    void both_apps_say_disabled_at_once_and_the_other_token_follows(String disabled, String other) {
        customer.enable(INVESTMENT);
        customer.synchronise(INVESTMENT, MOBILE_BANKING).expect(200);
        customer.turnOnBiometrics(INVESTMENT);
        EventLog events = platform.events();
        int before = events.position();

        Answer answer = customer.session(disabled).disableToken().expect(200);

        assertThat(answer.body().path("sessionEnds").asBoolean()).isEqualTo(disabled.equals(INVESTMENT));
        assertThat(customer.session(other).token().text("state")).isEqualTo("NOT_ENABLED");
        customer.logIn(INVESTMENT, PASSCODE).expectProblem(422, "proof-refused");
        customer.logInByBiometrics(INVESTMENT).expectProblem(422, "proof-refused");
        assertThat(disabledEvent(events, before, disabled)).isEqualTo("CUSTOMER");
        assertThat(disabledEvent(events, before, other)).isEqualTo("LINKED_APP_DISABLED");
    }

    @Test
    void one_trace_leads_from_the_request_to_the_message_about_the_other_app() {
        customer.enable(INVESTMENT);
        customer.synchronise(INVESTMENT, MOBILE_BANKING).expect(200);
        String trace = UUID.randomUUID().toString().replace("-", "");

        customer.session(INVESTMENT)
                .api()
                .call(
                        "DELETE",
                        platform.endpoints().enrolment(),
                        "/v1/token",
                        null,
                        Map.of("traceparent", "00-" + trace + "-00f067aa0ba902b7-01"))
                .expect(200);

        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(platform.traces().of(trace))
                        .anyMatch(span -> span.service().equals("enrolment-service")
                                && span.name().equals("DELETE /v1/token"))
                        .anyMatch(span -> span.service().equals("sync-service"))
                        .anyMatch(span -> span.service().equals("notification-service")
                                && span.name().equals("send notice")
                                && span.attributes().get("notice.app").equals(MOBILE_BANKING)
                                && span.attributes().get("notice.channel").equals("sms")
                                && span.attributes().get("notice.outcome").equals("Accepted")));
    }

    @Test
    void investment_asks_for_account_password_and_code_afterwards() {
        customer.enable(INVESTMENT);

        Answer answer = customer.session(INVESTMENT).disableToken().expect(200);

        assertThat(answer.body().path("loginAgainWith"))
                .extracting(factor -> factor.asText())
                .containsExactly("ACCOUNT", "PASSWORD", "SMS_OTP");
    }

    @Test
    void a_late_cascade_spares_a_token_enabled_since() {
        customer.enable(INVESTMENT);
        customer.synchronise(INVESTMENT, MOBILE_BANKING).expect(200);
        EventLog events = platform.events();
        int before = events.position();
        customer.session(INVESTMENT).disableToken().expect(200);

        customer.enable(MOBILE_BANKING);
        events.await(
                "TokenDisabled",
                customer.id(),
                before,
                data -> data.path("cause").asText().equals("LINKED_APP_DISABLED"));

        assertThat(customer.session(MOBILE_BANKING).token().text("state")).isEqualTo("COOLING_OFF");
    }

    private String disabledEvent(EventLog events, int since, String app) {
        return events.await(
                        "TokenDisabled",
                        customer.id(),
                        since,
                        data -> data.path("app").asText().equals(app))
                .data()
                .path("cause")
                .asText();
    }
}
