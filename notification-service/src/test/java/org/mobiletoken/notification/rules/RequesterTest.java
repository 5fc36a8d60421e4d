package org.mobiletoken.notification.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequesterTest {

    private static final String ENROLLING = "enrolment-service";

    @Test
    void a_gateway_asks_for_login_codes_of_its_own_app_only() {
        Requester gateway = new Requester.Gateway("investment-gateway", "investment");
        assertThat(gateway.mayAskFor(Purpose.LOGIN, "investment", ENROLLING)).isTrue();
        assertThat(gateway.mayAskFor(Purpose.LOGIN, "mobile-banking", ENROLLING))
                .isFalse();
        assertThat(gateway.mayAskFor(Purpose.ENROLMENT, "investment", ENROLLING))
                .isFalse();
        assertThat(gateway.mayAskFor(Purpose.BIOMETRIC_ENROLMENT, "investment", ENROLLING))
                .isFalse();
    }

    @Test
    void the_enrolling_service_asks_for_everything_but_login() {
        Requester service = new Requester.Service(ENROLLING);
        assertThat(service.mayAskFor(Purpose.ENROLMENT, "investment", ENROLLING))
                .isTrue();
        assertThat(service.mayAskFor(Purpose.BIOMETRIC_ENROLMENT, "mobile-banking", ENROLLING))
                .isTrue();
        assertThat(service.mayAskFor(Purpose.LOGIN, "investment", ENROLLING)).isFalse();
    }

    @Test
    void no_other_service_asks_for_codes() {
        assertThat(new Requester.Service("sync-service").mayAskFor(Purpose.ENROLMENT, "investment", ENROLLING))
                .isFalse();
    }

    @Test
    void a_purpose_is_known_by_its_text() {
        for (Purpose purpose : Purpose.values()) {
            assertThat(Purpose.of(purpose.text())).contains(purpose);
            assertThat(purpose.template()).isEqualTo("otp-" + purpose.text());
        }
        assertThat(Purpose.of("LOGIN")).isEmpty();
    }
}
