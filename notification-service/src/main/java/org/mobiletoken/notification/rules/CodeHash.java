package org.mobiletoken.notification.rules;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What is kept of a code: HMAC-SHA256 over its id and digits, so that a copy of the table gives no code away. */
public final class CodeHash {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    public CodeHash(byte[] secret) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    public byte[] of(UUID otpId, Code code) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(otpId.getMostSignificantBits())
                    .putLong(otpId.getLeastSignificantBits())
                    .array());
            return mac.doFinal(code.digits().getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Compares in constant time. */
    public boolean matches(byte[] kept, UUID otpId, Code code) {
        return MessageDigest.isEqual(kept, of(otpId, code));
    }
}
