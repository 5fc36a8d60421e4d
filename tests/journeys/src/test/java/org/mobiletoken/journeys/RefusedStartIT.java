package org.mobiletoken.journeys;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
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
    void in_production_a_secret_of_development_is_refused() throws JOSEException {
        refused(
                ServiceName.SYNC,
                Map.of(
                        "QUARKUS_PROFILE",
                        "prod",
                        "MOBILE_TOKEN_IDEMPOTENCY_SECRET",
                        "one-that-the-bank-has-drawn-itself",
                        "MOBILE_TOKEN_AUDIT_KEYS_0_",
                        sealingKey("seal-1")),
                "holds a development secret");
    }

    @Test
    void in_production_the_published_sealing_key_is_refused() throws JOSEException {
        refused(
                ServiceName.SYNC,
                Map.of(
                        "QUARKUS_PROFILE",
                        "prod",
                        "MOBILE_TOKEN_IDEMPOTENCY_SECRET",
                        "one-that-the-bank-has-drawn-itself",
                        "QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET",
                        "one-that-the-bank-has-drawn-as-well",
                        "MOBILE_TOKEN_AUDIT_KEYS_0_",
                        sealingKey("development-only-audit-1")),
                "sync-service does not start. mobile-token.audit.keys holds a development key");
    }

    @Test
    void a_wrong_password_of_the_database_is_told_in_one_line() {
        refused(
                ServiceName.SYNC,
                Map.of("QUARKUS_DATASOURCE_PASSWORD", "not-the-password"),
                "sync-service does not start. The database refuses the user or the password (SQL state 28P01)");
    }

    @Test
    void a_limit_weaker_than_the_banks_rule_is_refused() {
        refused(
                ServiceName.LOCKOUT,
                Map.of("MOBILE_TOKEN_LOCKOUT_CONSECUTIVE_LIMIT", "7"),
                "mobile-token.lockout.consecutive-limit is 7, but the bank's rule allows 1 to 6.");
    }

    private static String sealingKey(String id) throws JOSEException {
        return new ECKeyGenerator(Curve.P_256).keyID(id).generate().toJSONString();
    }

    private void refused(ServiceName service, Map<String, String> changed, String sentence) {
        try (var process = platform.stack().replica(service, changed)) {
            assertThatThrownBy(process::start).hasMessageContaining(sentence);
        }
    }
}
