package org.mobiletoken.enrolment.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LoginOptionTest {
    private static final Instant EFFECTIVE = Instant.parse("2026-11-24T06:00:00Z");

    @Test
    void without_a_token_only_the_account_is_left() {
        assertThat(LoginOption.of(null, EFFECTIVE)).containsExactly(LoginOption.ACCOUNT);
    }

    @Test
    void until_it_is_effective_a_token_counts_as_none() {
        assertThat(LoginOption.of(token(null), EFFECTIVE.minusMillis(1))).containsExactly(LoginOption.ACCOUNT);
        assertThat(LoginOption.of(token(null), EFFECTIVE)).containsExactly(LoginOption.PASSCODE);
    }

    @Test
    void biometrics_are_offered_where_they_are_on() {
        BiometricKey key = new BiometricKey(new PublicJwk("{}", "biometric"), EFFECTIVE);

        assertThat(LoginOption.of(token(key), EFFECTIVE)).containsExactly(LoginOption.PASSCODE, LoginOption.BIOMETRIC);
    }

    private static Token token(@Nullable BiometricKey biometric) {
        return new Token(
                TokenId.random(),
                "customer",
                CredentialId.random(),
                "mobile-banking",
                new PublicJwk("{}", "device"),
                "Pixel 12",
                biometric,
                EFFECTIVE.minusSeconds(21_600),
                EFFECTIVE);
    }
}
