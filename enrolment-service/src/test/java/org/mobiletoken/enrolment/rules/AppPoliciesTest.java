package org.mobiletoken.enrolment.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mobiletoken.enrolment.rules.Samples.NOW;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AppPoliciesTest {

    private static final PolicyFloor SIX_HOURS = new PolicyFloor(Duration.ofHours(6));

    @Test
    void an_app_is_effective_its_own_cooling_off_after_it_was_enabled() {
        assertThat(policy("insurance", Duration.ofHours(2), false).effectiveAt(NOW))
                .isEqualTo(NOW.plus(Duration.ofHours(2)));
        assertThat(policy("insurance", Duration.ZERO, false).effectiveAt(NOW)).isEqualTo(NOW);
    }

    @Test
    void an_app_exists_by_standing_in_the_settings() {
        AppPolicy insurance = policy("insurance", Duration.ZERO, false);
        AppPolicies policies = new AppPolicies(Map.of("insurance", insurance));
        assertThat(policies.of("insurance")).contains(insurance);
        assertThat(policies.require("insurance")).isEqualTo(insurance);
        assertThat(policies.all()).containsExactly(insurance);
        assertThat(policies.of("unknown")).isEmpty();
        assertThatIllegalStateException()
                .isThrownBy(() -> policies.require("unknown"))
                .withMessageContaining("unknown");
    }

    @Test
    void an_app_for_high_risk_transactions_may_not_cool_off_for_less_than_the_floor() {
        AppPolicies policies = new AppPolicies(Map.of(
                "b", policy("b", Duration.ofHours(6).minusMillis(1), true),
                "a", policy("a", Duration.ZERO, true),
                "exactly", policy("exactly", Duration.ofHours(6), true),
                "longer", policy("longer", Duration.ofHours(7), true),
                "low-risk", policy("low-risk", Duration.ZERO, false)));
        assertThat(SIX_HOURS.tooWeak(policies)).containsExactly("a", "b");
    }

    private static AppPolicy policy(String app, Duration coolingOff, boolean highRisk) {
        return new AppPolicy(app, coolingOff, highRisk, false, List.of("ACCOUNT"));
    }
}
