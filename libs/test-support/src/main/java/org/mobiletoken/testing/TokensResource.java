package org.mobiletoken.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Lets the application under test accept the tokens of {@link TestTokens}, and get tokens of its own for calls to
 * other services.
 */
public final class TokensResource implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        String issuer = TestIdentityProvider.issuer();
        return Map.of(
                "quarkus.oidc.auth-server-url",
                issuer,
                "quarkus.oidc.token.audience",
                TestTokens.AUDIENCE,
                "quarkus.oidc.roles.role-claim-path",
                "realm_access/roles",
                "quarkus.oidc-client.auth-server-url",
                issuer,
                "quarkus.oidc-client.credentials.secret",
                "test");
    }

    /** The identity provider ends with the JVM, since other applications may still use it. */
    @Override
    public void stop() {}
}
