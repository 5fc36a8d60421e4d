package org.mobiletoken.bank;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** Tokens as the bank's identity provider would issue them, signed with a key that only this test run knows. */
public class ServiceTokens implements QuarkusTestResourceLifecycleManager {
    private static final String SIGNING_KEY = "test.signing-key";

    @Override
    public Map<String, String> start() {
        KeyPair keys = generate();
        return Map.of("quarkus.oidc.public-key", text(keys.getPublic()), SIGNING_KEY, text(keys.getPrivate()));
    }

    @Override
    public void stop() {}

    static String withRole(String role) {
        Instant now = Clock.systemUTC().instant();
        SignedJWT token = new SignedJWT(
                new JWSHeader(JWSAlgorithm.RS256),
                new JWTClaimsSet.Builder()
                        .subject("enrolment-service")
                        .audience("mobile-token")
                        .claim("azp", "enrolment-service")
                        .claim("realm_access", Map.of("roles", List.of(role)))
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(300)))
                        .build());
        try {
            token.sign(new RSASSASigner(signingKey()));
        } catch (JOSEException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static PrivateKey signingKey() throws GeneralSecurityException {
        String key = ConfigProvider.getConfig().getValue(SIGNING_KEY, String.class);
        return KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(key)));
    }

    private static String text(Key key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    private static KeyPair generate() {
        try {
            return KeyPairGenerator.getInstance("RSA").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
