package org.mobiletoken.journeys;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mobiletoken.stack.ServiceName;

/** A packaged service that is set up dangerously says so in a sentence and does not run. */
@ExtendWith(PlatformExtension.class)
class RefusedStartIT {
    private final Platform platform;

    RefusedStartIT(Platform platform) {
        this.platform = platform;
    }

    @Test
    void in_production_no_secret_has_a_default() {
        refused(
                ServiceName.ENROLMENT,
                Map.of("QUARKUS_PROFILE", "prod"),
                "mobile-token.passcodes.current-pepper is required");
    }

    @Test
    void in_production_a_secret_of_development_is_refused() {
        refused(
                ServiceName.SYNC,
                Map.of(
                        "QUARKUS_PROFILE",
                        "prod",
                        "MOBILE_TOKEN_IDEMPOTENCY_SECRET",
                        "one-that-the-bank-has-drawn-itself"),
                "holds a development secret");
    }

    @Test
    void a_limit_weaker_than_the_banks_rule_is_refused() {
        refused(
                ServiceName.LOCKOUT,
                Map.of("MOBILE_TOKEN_LOCKOUT_CONSECUTIVE_LIMIT", "7"),
                "mobile-token.lockout.consecutive-limit is 7, but the bank's rule allows 1 to 6.");
    }

    private void refused(ServiceName service, Map<String, String> changed, String sentence) {
        try (var process = platform.stack().replica(service, changed)) {
            assertThatThrownBy(process::start).hasMessageContaining(sentence);
        }
    }
}
