package org.mobiletoken.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.enrolment.postgres.UsedChallenges;
import org.mobiletoken.enrolment.proofs.ProofCheck;
import org.mobiletoken.enrolment.proofs.ProofReader;
import org.mobiletoken.enrolment.proofs.SignedProof;
import org.mobiletoken.enrolment.rules.ChallengeScope;
import org.mobiletoken.enrolment.rules.PublicJwk;
import org.mobiletoken.enrolment.rules.Purpose;
import org.mobiletoken.enrolment.rules.SigningFactor;

/** A step of a flow that needs the key of a phone, but no verified passcode: the key signs a fresh challenge, which is used up. */
@ApplicationScoped
public class ProveKey {
    private final ProofReader reader;
    private final ProofCheck check;
    private final UsedChallenges usedChallenges;

    ProveKey(ProofReader reader, ProofCheck check, UsedChallenges usedChallenges) {
        this.reader = reader;
        this.check = check;
        this.usedChallenges = usedChallenges;
    }

    /** Whether the key was proven. */
    public sealed interface Result {
        record Proven(PublicJwk key, SignedProof proof) implements Result {}

        record Refused() implements Result {}

        record ChallengeUsed() implements Result {}
    }

    /**
     * Proves a key in a customer's session; called outside any transaction.
     *
     * @param known the key that must have signed, or null where the purpose introduces the key with the proof
     * @param flow the flow that the challenge must belong to, or null where it belongs to none
     */
    public Result prove(
            String compactProof,
            @Nullable PublicJwk known,
            String customerId,
            String app,
            Purpose purpose,
            @Nullable UUID flow) {
        Optional<SignedProof> read = reader.read(compactProof);
        if (read.isEmpty()) {
            return new Result.Refused();
        }
        SignedProof proof = read.get();
        ChallengeScope scope = new ChallengeScope(app, purpose, proof.keyThumbprint(), flow);
        Optional<Instant> challengeEnds =
                known == null ? check.byIntroducedKey(proof, scope) : check.by(known, proof, scope);
        PublicJwk key = known == null ? proof.introducedJwk() : known;
        if (challengeEnds.isEmpty()
                || key == null
                || !key.thumbprint().equals(proof.keyThumbprint())
                || !purpose.accepts(SigningFactor.DEVICE_KEY, proof.encryptedPasscode() != null, proof.subject())) {
            return new Result.Refused();
        }
        return usedChallenges.use(customerId, proof.challengeId(), challengeEnds.get())
                ? new Result.Proven(key, proof)
                : new Result.ChallengeUsed();
    }
}
