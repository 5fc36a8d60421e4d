package org.mobiletoken.enrolment.proofs;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.clock.BusinessClock;
import org.mobiletoken.enrolment.rules.ChallengeScope;
import org.mobiletoken.enrolment.rules.PublicJwk;

/** A proof is good when its key signed it just now, over a fresh challenge of exactly this scope. */
@ApplicationScoped
public class ProofCheck {
    private final Challenges challenges;
    private final BusinessClock clock;
    private final Duration skew;
    private final ECKey nobodysKey;

    ProofCheck(Challenges challenges, BusinessClock clock, ProofSettings settings) throws JOSEException {
        this.challenges = challenges;
        this.clock = clock;
        this.skew = settings.clockSkew();
        this.nobodysKey = new ECKeyGenerator(Curve.P_256).generate().toPublicJWK();
    }

    /**
     * Checks a proof by a known key.
     *
     * @param key the key that must have signed, or null where none is known: then the check costs as much and fails
     * @return when the proof's challenge expires, or nothing where the proof is refused
     */
    public Optional<Instant> by(@Nullable PublicJwk key, SignedProof proof, ChallengeScope scope) {
        return check(key == null ? nobodysKey : parse(key), proof, scope);
    }

    /** Checks a proof that introduces its own key, and returns as {@link #by}. */
    public Optional<Instant> byIntroducedKey(SignedProof proof, ChallengeScope scope) {
        ECKey key = proof.introducedKey();
        return key == null ? Optional.empty() : check(key, proof, scope);
    }

    /** Whether the introduced key signed just now; for a proof that lives on another proof's challenge. */
    public boolean introducedKeySigned(SignedProof proof) {
        ECKey key = proof.introducedKey();
        return key != null && signed(key, proof) && isTimely(proof.issuedAt());
    }

    private Optional<Instant> check(ECKey key, SignedProof proof, ChallengeScope scope) {
        boolean signed = signed(key, proof);
        Optional<Instant> expiry = challenges.expiryOf(proof.challenge(), scope);
        boolean asExpected = scope.purpose() == proof.purpose()
                && scope.keyThumbprint().equals(proof.keyThumbprint())
                && isTimely(proof.issuedAt());
        return signed && asExpected ? expiry : Optional.empty();
    }

    private static boolean signed(ECKey key, SignedProof proof) {
        try {
            return proof.jws().verify(P256.verifier(key));
        } catch (JOSEException notVerifiable) {
            return false;
        }
    }

    /** A phone's clock does not jump with the clock of a demonstration, so either time will do. */
    private boolean isTimely(Instant issuedAt) {
        Instant now = clock.instant();
        return isNear(issuedAt, now) || isNear(issuedAt, now.minus(clock.offset()));
    }

    private boolean isNear(Instant issuedAt, Instant now) {
        return Duration.between(issuedAt, now).abs().compareTo(skew) <= 0;
    }

    private static ECKey parse(PublicJwk key) {
        try {
            return ECKey.parse(key.json());
        } catch (ParseException e) {
            throw new IllegalStateException("The stored key " + key.thumbprint() + " is no JWK", e);
        }
    }
}
