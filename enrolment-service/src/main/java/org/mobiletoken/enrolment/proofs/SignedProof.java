package org.mobiletoken.enrolment.proofs;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.jwk.ECKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.enrolment.rules.PublicJwk;
import org.mobiletoken.enrolment.rules.Purpose;
import org.mobiletoken.enrolment.rules.Subject;

/** A proof of the right form; whether its signature and its challenge are any good is still to be checked. */
public record SignedProof(
        JWSObject jws,
        String keyThumbprint,
        @Nullable ECKey introducedKey,
        Purpose purpose,
        String challenge,
        Instant issuedAt,
        Subject subject,
        @Nullable String encryptedPasscode) {

    /** Names the challenge in answers and events, and is the id of the attempt it costs. */
    public UUID challengeId() {
        try {
            ByteBuffer hash = ByteBuffer.wrap(
                    MessageDigest.getInstance("SHA-256").digest(challenge.getBytes(StandardCharsets.US_ASCII)));
            return new UUID(hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java platform has no SHA-256", e);
        }
    }

    /** The key that the proof brings with it, as it is stored; null where it brings none. */
    public @Nullable PublicJwk introducedJwk() {
        return introducedKey == null ? null : new PublicJwk(introducedKey.toJSONString(), keyThumbprint);
    }

    @Override
    public String toString() {
        return "SignedProof(" + purpose.text() + " by " + keyThumbprint + ")";
    }
}
