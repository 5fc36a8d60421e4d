package org.mobiletoken.enrolment.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiletoken.enrolment.rules.Samples.NOW;

import org.junit.jupiter.api.Test;

class TokenStateTest {

    private final Token token = Samples.token("mobile-banking", "key", Samples.CREDENTIAL, NOW);

    @Test
    void without_a_live_token_the_app_is_not_enabled() {
        assertThat(TokenState.of(null, NOW)).isEqualTo(new TokenState.NotEnabled());
    }

    @Test
    void a_token_cools_off_until_the_millisecond_before_it_is_effective() {
        assertThat(TokenState.of(token, NOW.minusMillis(1))).isEqualTo(new TokenState.CoolingOff(token));
    }

    @Test
    void a_token_is_effective_exactly_at_its_instant_and_after() {
        assertThat(TokenState.of(token, NOW)).isEqualTo(new TokenState.Effective(token));
        assertThat(TokenState.of(token, NOW.plusMillis(1))).isEqualTo(new TokenState.Effective(token));
    }
}
