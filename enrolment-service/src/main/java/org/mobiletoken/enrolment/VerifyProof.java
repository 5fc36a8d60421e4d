package org.mobiletoken.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.enrolment.Verification.NotVerified;
import org.mobiletoken.enrolment.postgres.UsedChallenges;
import org.mobiletoken.enrolment.proofs.ProofCheck;
import org.mobiletoken.enrolment.proofs.SignedProof;
import org.mobiletoken.enrolment.rules.ChallengeScope;
import org.mobiletoken.enrolment.rules.SigningFactor;
import org.mobiletoken.enrolment.rules.TokenState;
import org.mobiletoken.enrolment.rules.VerificationRefusal;

/**
 * Verifies a proof by a live token's key: signature and challenge first, at no cost to the customer, then the passcode or, with biometrics,
 * the freeze, and last, under the customer's lock, that the token still lives.
 */
@ApplicationScoped
public class VerifyProof {
    private final ProofCheck check;
    private final UsedChallenges usedChallenges;
    private final PasscodeAttempt passcodeAttempt;
    private final BiometricAttempt biometricAttempt;
    private final TokenMetrics metrics;
    private final Clock clock;

    VerifyProof(
            ProofCheck check,
            UsedChallenges usedChallenges,
            PasscodeAttempt passcodeAttempt,
            BiometricAttempt biometricAttempt,
            TokenMetrics metrics,
            Clock clock) {
        this.check = check;
        this.usedChallenges = usedChallenges;
        this.passcodeAttempt = passcodeAttempt;
        this.biometricAttempt = biometricAttempt;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** What a proof says before anything is counted or asked: whose it is, and until when its challenge would have been good. */
    private sealed interface Read {
        record Good(KeyOwner owner, Instant challengeEnds) implements Read {}

        record Bad(VerificationRefusal refusal) implements Read {}
    }

    /**
     * Verifies a proof that changes nothing but that it has been accepted; called outside any transaction.
     *
     * @param owner the live token whose key is named, or nothing: the answer is then that of a wrong signature, with the same effort
     */
    public Verification<Boolean> verify(SignedProof proof, Optional<KeyOwner> owner, ChallengeScope scope) {
        return counted(
                proof,
                owner,
                switch (read(proof, owner.orElse(null), scope)) {
                    case Read.Bad(VerificationRefusal refusal) -> new NotVerified<>(refusal);
                    case Read.Good good
                    when good.owner().factor() == SigningFactor.BIOMETRIC_KEY ->
                        biometricAttempt.verify(proof, good.owner(), good.challengeEnds());
                    case Read.Good good -> verify(proof, good, Effect.nothing());
                });
    }

    /**
     * Verifies as {@link #verify(SignedProof, Optional, ChallengeScope)}.
     *
     * @param effect what an accepted proof changes, committed together with it
     */
    public <T> Verification<T> verify(
            SignedProof proof, Optional<KeyOwner> owner, ChallengeScope scope, Effect<T> effect) {
        return counted(
                proof,
                owner,
                switch (read(proof, owner.orElse(null), scope)) {
                    case Read.Bad(VerificationRefusal refusal) -> new NotVerified<>(refusal);
                    case Read.Good good -> verify(proof, good, effect);
                });
    }

    private <T> Verification<T> counted(SignedProof proof, Optional<KeyOwner> owner, Verification<T> verification) {
        metrics.proof(proof.purpose(), owner.map(KeyOwner::factor).orElse(null), verification);
        return verification;
    }

    private <T> Verification<T> verify(SignedProof proof, Read.Good good, Effect<T> effect) {
        KeyOwner owner = good.owner();
        if (!usedChallenges.use(owner.token().customerId(), proof.challengeId(), good.challengeEnds())) {
            return new NotVerified<>(new VerificationRefusal.ChallengeUsed());
        }
        return switch (owner.factor()) {
            case DEVICE_KEY -> passcodeAttempt.verify(proof, owner, effect);
            case BIOMETRIC_KEY -> biometricAttempt.verify(proof, owner, effect);
        };
    }

    private Read read(SignedProof proof, @Nullable KeyOwner owner, ChallengeScope scope) {
        Instant challengeEnds =
                check.by(owner == null ? null : owner.key(), proof, scope).orElse(null);
        if (owner == null
                || challengeEnds == null
                || !proof.purpose().accepts(owner.factor(), proof.encryptedPasscode() != null, proof.subject())) {
            return new Read.Bad(new VerificationRefusal.NotProven());
        }
        if (proof.purpose().waitsForCoolingOff()
                && TokenState.of(owner.token(), clock.instant()) instanceof TokenState.CoolingOff(var token)) {
            return new Read.Bad(new VerificationRefusal.CoolingOff(token.effectiveAt()));
        }
        return new Read.Good(owner, challengeEnds);
    }
}
