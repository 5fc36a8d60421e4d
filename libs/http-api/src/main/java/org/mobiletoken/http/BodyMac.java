package org.mobiletoken.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The keyed fingerprint of a body: equal bodies are recognised, and the fingerprint cannot be searched for. */
@ApplicationScoped
class BodyMac {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    BodyMac(IdempotencySettings settings) {
        key = new SecretKeySpec(settings.secret().getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    byte[] of(byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
