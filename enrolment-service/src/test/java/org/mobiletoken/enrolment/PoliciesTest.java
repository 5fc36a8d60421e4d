package org.mobiletoken.enrolment;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mobiletoken.enrolment.rules.AppPolicies;
import org.mobiletoken.enrolment.rules.AppPolicy;

class PoliciesTest {

    @Test
    void production_does_not_start_with_a_cooling_off_below_six_hours_where_the_risk_is_high() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        Policies.refuseTooWeak(highRisk(Duration.ofHours(6).minusSeconds(1))))
                .withMessageContaining("mobile-banking");
    }

    @Test
    void six_hours_are_enough() {
        assertThatCode(() -> Policies.refuseTooWeak(highRisk(Duration.ofHours(6))))
                .doesNotThrowAnyException();
    }

    private static AppPolicies highRisk(Duration coolingOff) {
        return new AppPolicies(
                Map.of("mobile-banking", new AppPolicy("mobile-banking", coolingOff, true, false, List.of("ACCOUNT"))));
    }
}
