package org.mobiletoken.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mobiletoken.stack.ServiceName;
import org.mobiletoken.stack.StackSettings;

/**
 * The services in the production profile, which refuses secrets meant for development: each run has its own. Traces are exported
 * to nobody, as the charts have it where no collector is named.
 */
final class Production {
    static final String OTP_SECRET = "known to this benchmark and its platform only";
    /** At most eight characters, as SMPP has it. */
    static final String SMPP_PASSWORD = "sm-bench";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 24;
    private static final int AES_BYTES = 32;
    /** Field 3 of Tink's AesGcmKey, and that so many bytes follow. */
    private static final byte[] AES_KEY_FOLLOWS = {0x1a, AES_BYTES};

    private final Map<ServiceName, String> clientSecrets = new LinkedHashMap<>();

    Production() {
        for (ServiceName service : ServiceName.values()) {
            clientSecrets.put(service, secret());
        }
    }

    String clientSecret(ServiceName service) {
        return clientSecrets.getOrDefault(service, "");
    }

    StackSettings in(StackSettings usual) {
        StackSettings settings = usual.withProfile("prod");
        for (ServiceName service : ServiceName.values()) {
            for (var variable : environment(service).entrySet()) {
                settings = settings.with(service, variable.getKey(), variable.getValue());
            }
        }
        return settings;
    }

    private Map<String, String> environment(ServiceName service) {
        Map<String, String> variables = new LinkedHashMap<>(Map.of(
                "MOBILE_TOKEN_DEMO_CLOCK_FILE",
                "",
                "MOBILE_TOKEN_AUDIT_KEYS_0_",
                key("bench-audit"),
                "MOBILE_TOKEN_IDEMPOTENCY_SECRET",
                secret(),
                "QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET",
                clientSecret(service),
                "QUARKUS_OTEL_SDK_DISABLED",
                "true"));
        variables.putAll(
                switch (service) {
                    case ENROLMENT ->
                        Map.of(
                                "MOBILE_TOKEN_PROOFS_CHALLENGE_SECRET", secret(),
                                "MOBILE_TOKEN_PASSCODES_PEPPERS_P1", secret(),
                                "MOBILE_TOKEN_PASSCODES_CURRENT_PEPPER", "p1",
                                "MOBILE_TOKEN_KEYS_SIGNING_0_", key("bench-signing"),
                                "MOBILE_TOKEN_KEYS_ENCRYPTION_0_", key("bench-encryption"));
                    case LOCKOUT -> Map.of("MOBILE_TOKEN_LOCKOUT_E_TOKEN_KEYSET", keyset());
                    case NOTIFICATION ->
                        Map.of(
                                "MOBILE_TOKEN_MESSAGES_OTP_SECRET",
                                OTP_SECRET,
                                "MOBILE_TOKEN_SMPP_PASSWORD",
                                SMPP_PASSWORD,
                                "MOBILE_TOKEN_HTTP_SMS_API_KEY",
                                secret(),
                                "MOBILE_TOKEN_REPORTS_KEYSET",
                                keyset(),
                                "MOBILE_TOKEN_MAIL_FROM",
                                "mobile-token@bank.example",
                                "QUARKUS_MAILER_START_TLS",
                                "DISABLED");
                    case SYNC -> Map.of();
                });
        return variables;
    }

    /** The same with the usual realm, in which the services' clients have this run's secrets. */
    StackSettings realmIn(StackSettings usual) {
        try {
            var realm = (ObjectNode) JSON.readTree(usual.realm().toFile());
            for (JsonNode client : realm.withArray("clients")) {
                clientSecrets.forEach((service, secret) -> {
                    if (client.path("clientId").asText().equals(service.clientId())) {
                        ((ObjectNode) client).put("secret", secret);
                    }
                });
            }
            Path file = usual.folder().resolve("realm-of-production.json");
            Files.createDirectories(usual.folder());
            JSON.writeValue(file.toFile(), realm);
            return usual.withRealm(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The realm could not be written", e);
        }
    }

    private static String secret() {
        return HexFormat.of().formatHex(random(SECRET_BYTES));
    }

    private static String key(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate().toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException("This JVM makes no P-256 keys", e);
        }
    }

    private static String keyset() {
        byte[] key = ByteBuffer.allocate(AES_KEY_FOLLOWS.length + AES_BYTES)
                .put(AES_KEY_FOLLOWS)
                .put(random(AES_BYTES))
                .array();
        return """
                {"primaryKeyId":1,"key":[{"keyData":{"typeUrl":"type.googleapis.com/google.crypto.tink.AesGcmKey",\
                "value":"%s","keyMaterialType":"SYMMETRIC"},"status":"ENABLED","keyId":1,"outputPrefixType":"TINK"}]}""".formatted(Base64.getEncoder().encodeToString(key));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
