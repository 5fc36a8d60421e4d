package org.mobiletoken.enrolment.proofs;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.mobiletoken.enrolment.rules.ChallengeScope;

/**
 * A challenge is an expiry and a random number under a MAC that covers its scope: issuing it writes nothing, and knows no key from
 * another.
 */
@ApplicationScoped
public class Challenges {
    private static final byte FORM = 1;
    private static final int RANDOM_BYTES = 16;
    private static final int MAC_BYTES = 32;
    private static final int HEAD_BYTES = 1 + Long.BYTES + RANDOM_BYTES;

    private final SecretKeySpec secret;
    private final Duration lifetime;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Challenges(ProofSettings settings, Clock clock) {
        this.secret = new SecretKeySpec(settings.challengeSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        this.lifetime = settings.challengeLifetime();
        this.clock = clock;
    }

    public IssuedChallenge issue(ChallengeScope scope) {
        Instant expiresAt = clock.instant().plus(lifetime);
        byte[] nonce = new byte[RANDOM_BYTES];
        random.nextBytes(nonce);
        byte[] head = ByteBuffer.allocate(HEAD_BYTES)
                .put(FORM)
                .putLong(expiresAt.toEpochMilli())
                .put(nonce)
                .array();
        byte[] whole = ByteBuffer.allocate(HEAD_BYTES + MAC_BYTES)
                .put(head)
                .put(mac(head, scope))
                .array();
        return new IssuedChallenge(Base64.getUrlEncoder().withoutPadding().encodeToString(whole), expiresAt);
    }

    /** When a challenge of this scope expires; nothing if it is another scope's, no challenge of ours, or has expired. */
    public Optional<Instant> expiryOf(String challenge, ChallengeScope scope) {
        byte[] whole;
        try {
            whole = Base64.getUrlDecoder().decode(challenge);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        // Only the one canonical text is accepted: another spelling of the same bytes would have another id.
        if (whole.length != HEAD_BYTES + MAC_BYTES
                || whole[0] != FORM
                || !Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(whole)
                        .equals(challenge)) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(whole);
        byte[] head = new byte[HEAD_BYTES];
        byte[] mac = new byte[MAC_BYTES];
        bytes.get(head).get(mac);
        Instant expiresAt = Instant.ofEpochMilli(ByteBuffer.wrap(head).getLong(1));
        boolean genuine = MessageDigest.isEqual(mac, mac(head, scope));
        return genuine && clock.instant().isBefore(expiresAt) ? Optional.of(expiresAt) : Optional.empty();
    }

    private byte[] mac(byte[] head, ChallengeScope scope) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            mac.update(head);
            return mac.doFinal(scope.bytes());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java platform has no HMAC-SHA256", e);
        }
    }
}
