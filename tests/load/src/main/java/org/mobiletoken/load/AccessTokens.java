package org.mobiletoken.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mobiletoken.stack.StackSettings;

/**
 * Access tokens of any number of customers, and of services for longer than Keycloak grants them. The run chooses the key with which
 * Keycloak signs in this realm, publishes it as always, and so can sign tokens itself; the services verify them like all others.
 */
final class AccessTokens {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final Duration LIFETIME = Duration.ofHours(2);
    private static final int KEY_BITS = 2048;

    private final KeyPair key = newKey();

    /** The same platform, with a realm that signs with this run's key. */
    StackSettings in(StackSettings usual) {
        try {
            var realm = (ObjectNode) JSON.readTree(usual.realm().toFile());
            realm.put(
                    "privateKey",
                    Base64.getEncoder().encodeToString(key.getPrivate().getEncoded()));
            Path file = usual.folder().resolve("realm-with-key.json");
            Files.createDirectories(usual.folder());
            JSON.writeValue(file.toFile(), realm);
            return usual.withRealm(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The realm could not be written", e);
        }
    }

    /** The token of a new session of the customer in an app. */
    String ofCustomer(URI realm, String customer, String app) {
        return signed(realm, customer, app + "-gateway", "customer");
    }

    String ofService(URI realm, String clientId) {
        return signed(realm, "service-account-" + clientId, clientId, "service");
    }

    private String signed(URI realm, String subject, String client, String role) {
        var now = InstantSource.system().instant();
        Map<String, Object> claims = Map.of(
                "iss", realm.toString(),
                "sub", subject,
                "aud", "mobile-token",
                "azp", client,
                "typ", "Bearer",
                "sid", UUID.randomUUID().toString(),
                "jti", UUID.randomUUID().toString(),
                "iat", now.getEpochSecond(),
                "exp", now.plus(LIFETIME).getEpochSecond(),
                "realm_access", Map.of("roles", List.of(role)));
        try {
            String signed = encoded(Map.of("alg", "RS256", "typ", "JWT", "kid", keyId())) + "." + encoded(claims);
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("An access token could not be signed", e);
        }
    }

    private static String encoded(Map<String, ?> json) throws IOException {
        return BASE64.encodeToString(JSON.writeValueAsBytes(json));
    }

    /** As Keycloak names a key that is given to it. */
    private String keyId() throws GeneralSecurityException {
        return BASE64.encodeToString(
                MessageDigest.getInstance("SHA-256").digest(key.getPublic().getEncoded()));
    }

    private static KeyPair newKey() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM makes no RSA keys", e);
        }
    }
}
