package org.mobiletoken.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.mobiletoken.enrolment.passcodes.Bulkhead;
import org.mobiletoken.enrolment.passcodes.PasscodeDecryption;
import org.mobiletoken.enrolment.passcodes.Passcodes;
import org.mobiletoken.enrolment.proofs.SignedProof;
import org.mobiletoken.enrolment.rules.Passcode;
import org.mobiletoken.enrolment.rules.PasscodePolicy;

/** A passcode that a customer chooses is decrypted, held against the policy and turned into a verifier. */
@ApplicationScoped
public class ChoosePasscode {
    private final Bulkhead bulkhead;
    private final PasscodeDecryption decryption;
    private final PasscodePolicy policy;
    private final Passcodes passcodes;

    ChoosePasscode(Bulkhead bulkhead, PasscodeDecryption decryption, PasscodePolicy policy, Passcodes passcodes) {
        this.bulkhead = bulkhead;
        this.decryption = decryption;
        this.policy = policy;
        this.passcodes = passcodes;
    }

    /** What came of the choice. */
    public sealed interface Choice {
        /** @param verifier what is stored instead of the passcode */
        record Accepted(String verifier) implements Choice {}

        record Weak(PasscodePolicy.Verdict why) implements Choice {}

        /** The proof carries no passcode that belongs to it. */
        record Unreadable() implements Choice {}

        /** The machine is busy; try again in a moment. */
        record Busy() implements Choice {}
    }

    /** Judges the passcode of a proof; called outside any transaction, since hashing takes its time. */
    public Choice choose(SignedProof proof) {
        Optional<Bulkhead.Place> entered = bulkhead.enter();
        if (entered.isEmpty()) {
            return new Choice.Busy();
        }
        try (Bulkhead.Place _ = entered.get()) {
            Optional<Passcode> passcode = decryption.of(proof);
            if (passcode.isEmpty()) {
                return new Choice.Unreadable();
            }
            PasscodePolicy.Verdict verdict = policy.judge(passcode.get());
            return verdict == PasscodePolicy.Verdict.ACCEPTED
                    ? new Choice.Accepted(passcodes.verifier(passcode.get()))
                    : new Choice.Weak(verdict);
        }
    }
}
