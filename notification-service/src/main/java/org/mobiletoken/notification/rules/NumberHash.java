package org.mobiletoken.notification.rules;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What is kept of a number, and of its first digits: HMAC-SHA256, so that a copy of the tables gives no number away. */
public final class NumberHash {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    public NumberHash(byte[] secret) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    public byte[] of(String e164) {
        return hash("number", e164);
    }

    /** The hash of the first digits, the country's code among them. */
    public byte[] ofPrefix(String e164, int digits) {
        return hash("prefix", e164.substring(0, Math.min(e164.length(), 1 + digits)));
    }

    private byte[] hash(String use, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal((use + ":" + text).getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
