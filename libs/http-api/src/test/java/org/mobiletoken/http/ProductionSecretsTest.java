package org.mobiletoken.http;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

class ProductionSecretsTest {

    @Test
    void a_development_secret_stops_a_production_start() {
        assertThatThrownBy(() -> ProductionSecrets.refuseDevelopmentSecrets(
                        with("mobile-token.idempotency.secret", "development-only-idempotency-secret")))
                .hasMessage("The setting mobile-token.idempotency.secret holds a development secret; "
                        + "production needs one of its own.");
        assertThatThrownBy(() -> ProductionSecrets.refuseDevelopmentSecrets(
                        with("quarkus.oidc-client.credentials.secret", "sync-service-secret")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_secret_of_its_own_lets_it_start() {
        assertThatCode(() -> ProductionSecrets.refuseDevelopmentSecrets(
                        with("mobile-token.idempotency.secret", "9f2b64c1d80e")))
                .doesNotThrowAnyException();
        assertThatCode(() -> ProductionSecrets.refuseDevelopmentSecrets(
                        with("quarkus.oidc-client.credentials.secret", "9f2b64c1d80e")))
                .doesNotThrowAnyException();
    }

    private static SmallRyeConfig with(String name, String value) {
        return new SmallRyeConfigBuilder().withDefaultValue(name, value).build();
    }
}
