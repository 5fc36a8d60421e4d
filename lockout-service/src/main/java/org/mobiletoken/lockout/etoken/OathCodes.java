package org.mobiletoken.lockout.etoken;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.LongPredicate;
import javax.crypto.SecretKey;
import org.mobiletoken.lockout.rules.ETokenCode;
import org.mobiletoken.lockout.rules.OathKind;

/** The codes that an e-token shows: RFC 4226 of its counter, and RFC 6238, which is the same of the number of the time step. */
final class OathCodes {

    private final TimeBasedOneTimePasswordGenerator generator;
    private final SecretKey seed;

    OathCodes(OathKind kind, SecretKey seed) {
        // With steps of one second the library takes any counter, and any hash, as so many seconds.
        this.generator =
                new TimeBasedOneTimePasswordGenerator(Duration.ofSeconds(1), kind.digits(), "Hmac" + kind.hash());
        this.seed = seed;
    }

    String at(long factor) {
        try {
            return generator.generateOneTimePasswordString(seed, Instant.ofEpochSecond(factor), Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("Any bytes are a key of an HMAC", e);
        }
    }

    /** Whether the code is shown at a counter or time step. */
    LongPredicate gives(ETokenCode code) {
        byte[] entered = code.digits().getBytes(StandardCharsets.US_ASCII);
        return factor -> MessageDigest.isEqual(entered, at(factor).getBytes(StandardCharsets.US_ASCII));
    }
}
