package org.mobiletoken.enrolment.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AssertionClaimsTest {
    private static final UUID TOKEN = UUID.randomUUID();
    private static final UUID CHALLENGE = UUID.randomUUID();
    private static final Instant AT = Instant.ofEpochSecond(1_795_485_600);

    @Test
    void an_assertion_says_who_logged_in_where_and_how_for_a_minute() {
        assertThat(claims(SigningFactor.DEVICE_KEY))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("iss", "https://bank.example/enrolment"),
                        Map.entry("aud", "investment-gateway"),
                        Map.entry("sub", "customer"),
                        Map.entry("app", "investment"),
                        Map.entry("token_id", TOKEN.toString()),
                        Map.entry("amr", List.of("pin", "mfa")),
                        Map.entry("jti", CHALLENGE.toString()),
                        Map.entry("iat", 1_795_485_600L),
                        Map.entry("exp", 1_795_485_660L)));
    }

    @Test
    void a_biometric_login_says_so() {
        assertThat(claims(SigningFactor.BIOMETRIC_KEY)).containsEntry("amr", List.of("bio", "mfa"));
    }

    private static Map<String, Object> claims(SigningFactor factor) {
        return new AssertionClaims(
                        "https://bank.example/enrolment",
                        "investment-gateway",
                        "customer",
                        "investment",
                        TOKEN,
                        factor,
                        CHALLENGE,
                        AT)
                .asMap();
    }
}
