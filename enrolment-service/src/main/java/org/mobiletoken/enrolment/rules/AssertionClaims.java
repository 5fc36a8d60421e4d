package org.mobiletoken.enrolment.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the service vouches for after a login: who, in which app, by which token and factor, to which gateway, for a minute. */
public record AssertionClaims(
        String issuer,
        String gateway,
        String customerId,
        String app,
        UUID tokenId,
        SigningFactor factor,
        UUID challengeId,
        Instant issuedAt) {

    public static final Duration LIFETIME = Duration.ofSeconds(60);

    /** The claims as a JWT has them; instants are in seconds. */
    public Map<String, Object> asMap() {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer);
        claims.put("aud", gateway);
        claims.put("sub", customerId);
        claims.put("app", app);
        claims.put("token_id", tokenId.toString());
        claims.put(
                "amr",
                switch (factor) {
                    case DEVICE_KEY -> List.of("pin", "mfa");
                    case BIOMETRIC_KEY -> List.of("bio", "mfa");
                });
        claims.put("jti", challengeId.toString());
        claims.put("iat", issuedAt.getEpochSecond());
        claims.put("exp", issuedAt.plus(LIFETIME).getEpochSecond());
        return claims;
    }
}
