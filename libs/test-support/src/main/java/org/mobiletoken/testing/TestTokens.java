package org.mobiletoken.testing;

import io.smallrye.jwt.build.Jwt;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Signed access tokens shaped like the identity provider's; an application started with {@link TokensResource} accepts them. */
public final class TestTokens {
    static final String AUDIENCE = "mobile-token";

    private static final Map<String, String> GATEWAYS =
            Map.of("mobile-banking", "mobile-banking-gateway", "investment", "investment-gateway");

    private TestTokens() {}

    /** A customer's session in an app, opened by the app's gateway. */
    public static String customer(String customerId, String app) {
        return customer(customerId, app, UUID.randomUUID().toString());
    }

    /** A customer's session in an app with a session id of the test's choice. */
    public static String customer(String customerId, String app, String sessionId) {
        return token(customerId, gatewayOf(app), List.of("customer"), Map.of("sid", sessionId));
    }

    /** The gateway of an app in its own name, before a session exists. */
    public static String gateway(String app) {
        return service(gatewayOf(app), "gateway");
    }

    /** A service in its own name, for instance {@code enrolment-service}. */
    public static String service(String clientId) {
        return service(clientId, "service");
    }

    /** Any client in its own name with other roles, for instance {@code payment-system} as {@code transaction-executor}. */
    public static String service(String clientId, String... roles) {
        return token("service-account-" + clientId, clientId, List.of(roles), Map.of());
    }

    /** A member of staff at the branch console, or at the operations console with the role {@code operations}. */
    public static String staff(String name, String... roles) {
        boolean operations = Set.of(roles).contains("operations");
        return token(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString(),
                operations ? "operations-console" : "branch-console",
                List.of(roles),
                Map.of("preferred_username", name, "sid", UUID.randomUUID().toString()));
    }

    /** A token like a customer's that another issuer's key has signed: it must be refused. */
    public static String forged(String customerId, String app) {
        return sign(customerId, gatewayOf(app), List.of("customer"), Map.of(), AUDIENCE, SigningKey.strangerKey());
    }

    /** A customer's token made for another audience: it must be refused. */
    public static String forAnotherAudience(String customerId, String app) {
        return sign(
                customerId, gatewayOf(app), List.of("customer"), Map.of(), "another-system", SigningKey.privateKey());
    }

    private static String gatewayOf(String app) {
        return GATEWAYS.getOrDefault(app, app + "-gateway");
    }

    private static String token(String subject, String clientId, List<String> roles, Map<String, String> more) {
        return sign(subject, clientId, roles, more, AUDIENCE, SigningKey.privateKey());
    }

    private static String sign(
            String subject,
            String clientId,
            List<String> roles,
            Map<String, String> more,
            String audience,
            PrivateKey key) {
        var claims = Jwt.issuer(TestIdentityProvider.issuer())
                .subject(subject)
                .audience(audience)
                .claim("azp", clientId)
                .claim("typ", "Bearer")
                .claim("realm_access", Map.of("roles", roles))
                .expiresIn(Duration.ofHours(48));
        more.forEach(claims::claim);
        return claims.jws().keyId(SigningKey.ID).sign(key);
    }
}
