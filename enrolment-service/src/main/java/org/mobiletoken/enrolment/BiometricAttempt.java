package org.mobiletoken.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.mobiletoken.enrolment.Verification.NotVerified;
import org.mobiletoken.enrolment.neighbours.Lockout;
import org.mobiletoken.enrolment.proofs.SignedProof;
import org.mobiletoken.enrolment.rules.Freeze;
import org.mobiletoken.enrolment.rules.VerificationRefusal;

/** A biometric proof is not counted; it asks only whether the customer is frozen. */
@ApplicationScoped
class BiometricAttempt {
    private final Lockout lockout;
    private final CommitVerification commit;

    BiometricAttempt(Lockout lockout, CommitVerification commit) {
        this.lockout = lockout;
        this.commit = commit;
    }

    <T> Verification<T> verify(SignedProof proof, KeyOwner owner, Effect<T> effect) {
        Optional<Freeze> freeze = lockout.freezeOf(owner.token().customerId());
        return freeze.isPresent()
                ? new NotVerified<>(new VerificationRefusal.Frozen(freeze.get()))
                : commit.commit(proof, owner, null, effect);
    }
}
