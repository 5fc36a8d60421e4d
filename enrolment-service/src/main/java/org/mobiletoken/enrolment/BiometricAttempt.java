package org.mobiletoken.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.mobiletoken.enrolment.Verification.NotVerified;
import org.mobiletoken.enrolment.neighbours.Lockout;
import org.mobiletoken.enrolment.postgres.UsedChallenges;
import org.mobiletoken.enrolment.proofs.SignedProof;
import org.mobiletoken.enrolment.rules.Freeze;
import org.mobiletoken.enrolment.rules.VerificationRefusal;
import org.mobiletoken.http.ProblemException;

/** A biometric proof is not counted; it asks only whether the customer is frozen. Whatever the answer, its challenge is used up. */
@ApplicationScoped
class BiometricAttempt {
    private final Lockout lockout;
    private final UsedChallenges usedChallenges;
    private final CommitTogether together;
    private final CommitVerification alone;

    BiometricAttempt(
            Lockout lockout, UsedChallenges usedChallenges, CommitTogether together, CommitVerification alone) {
        this.lockout = lockout;
        this.usedChallenges = usedChallenges;
        this.together = together;
        this.alone = alone;
    }

    /** Verifies what changes nothing else: the challenge is used up in the transaction that commits. */
    Verification<Boolean> verify(SignedProof proof, KeyOwner owner, Instant challengeEnds) {
        Optional<Freeze> freeze = freezeOf(proof, owner, challengeEnds);
        Optional<Verification<Boolean>> committed =
                freeze.isPresent() ? Optional.empty() : together.commit(proof, owner, challengeEnds);
        return committed.orElseGet(() -> use(proof, owner, challengeEnds)
                ? freeze.<Verification<Boolean>>map(BiometricAttempt::refused)
                        .orElseGet(() -> alone.commit(proof, owner, null, Effect.nothing()))
                : new NotVerified<>(new VerificationRefusal.ChallengeUsed()));
    }

    /** Verifies a proof whose challenge has been used up. */
    <T> Verification<T> verify(SignedProof proof, KeyOwner owner, Effect<T> effect) {
        return lockout.freezeOf(owner.token().customerId())
                .<Verification<T>>map(BiometricAttempt::refused)
                .orElseGet(() -> alone.commit(proof, owner, null, effect));
    }

    private Optional<Freeze> freezeOf(SignedProof proof, KeyOwner owner, Instant challengeEnds) {
        try {
            return lockout.freezeOf(owner.token().customerId());
        } catch (ProblemException unavailable) {
            use(proof, owner, challengeEnds);
            throw unavailable;
        }
    }

    private boolean use(SignedProof proof, KeyOwner owner, Instant challengeEnds) {
        return usedChallenges.use(owner.token().customerId(), proof.challengeId(), challengeEnds);
    }

    private static <T> Verification<T> refused(Freeze freeze) {
        return new NotVerified<>(new VerificationRefusal.Frozen(freeze));
    }
}
