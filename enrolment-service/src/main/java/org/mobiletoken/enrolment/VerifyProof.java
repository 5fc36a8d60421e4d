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
    private final Clock clock;

    VerifyProof(
            ProofCheck check,
            UsedChallenges usedChallenges,
            PasscodeAttempt passcodeAttempt,
            BiometricAttempt biometricAttempt,
            Clock clock) {
        this.check = check;
        this.usedChallenges = usedChallenges;
        this.passcodeAttempt = passcodeAttempt;
        this.biometricAttempt = biometricAttempt;
        this.clock = clock;
    }

    /**
     * Verifies; called outside any transaction.
     *
     * @param owner the live token whose key is named, or nothing: the answer is then that of a wrong signature, with the same effort
     * @param effect what an accepted proof changes, committed together with it
     */
    public <T> Verification<T> verify(
            SignedProof proof, Optional<KeyOwner> owner, ChallengeScope scope, Effect<T> effect) {
        Instant challengeEnds =
                check.by(owner.map(KeyOwner::key).orElse(null), proof, scope).orElse(null);
        VerificationRefusal refusal = refusal(proof, owner.orElse(null), challengeEnds);
        if (refusal != null || owner.isEmpty()) {
            return new NotVerified<>(refusal == null ? new VerificationRefusal.NotProven() : refusal);
        }
        return switch (owner.get().factor()) {
            case DEVICE_KEY -> passcodeAttempt.verify(proof, owner.get(), effect);
            case BIOMETRIC_KEY -> biometricAttempt.verify(proof, owner.get(), effect);
        };
    }

    private @Nullable VerificationRefusal refusal(
            SignedProof proof, @Nullable KeyOwner owner, @Nullable Instant challengeEnds) {
        if (owner == null
                || challengeEnds == null
                || !proof.purpose().accepts(owner.factor(), proof.encryptedPasscode() != null, proof.subject())) {
            return new VerificationRefusal.NotProven();
        }
        if (proof.purpose().waitsForCoolingOff()
                && TokenState.of(owner.token(), clock.instant()) instanceof TokenState.CoolingOff(var token)) {
            return new VerificationRefusal.CoolingOff(token.effectiveAt());
        }
        return usedChallenges.use(owner.token().customerId(), proof.challengeId(), challengeEnds)
                ? null
                : new VerificationRefusal.ChallengeUsed();
    }
}
