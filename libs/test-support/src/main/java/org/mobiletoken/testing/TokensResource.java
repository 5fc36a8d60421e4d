package org.mobiletoken.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Lets the application under test accept the tokens of {@link TestTokens}, without an identity provider. */
public final class TokensResource implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return Map.of(
                "quarkus.oidc.public-key",
                TestTokens.publicKey(),
                "quarkus.oidc.token.issuer",
                TestTokens.ISSUER,
                "quarkus.oidc.token.audience",
                TestTokens.AUDIENCE,
                "quarkus.oidc.roles.role-claim-path",
                "realm_access/roles");
    }

    @Override
    public void stop() {}
}
