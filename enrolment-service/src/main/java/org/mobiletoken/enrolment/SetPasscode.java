package org.mobiletoken.enrolment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.mobiletoken.enrolment.neighbours.Lockout;
import org.mobiletoken.enrolment.postgres.Enrolments;
import org.mobiletoken.enrolment.proofs.SignedProof;
import org.mobiletoken.enrolment.rules.EnablingRefusal;
import org.mobiletoken.enrolment.rules.Enrolment;
import org.mobiletoken.enrolment.rules.Enrolment.AwaitingPasscode;
import org.mobiletoken.enrolment.rules.EnrolmentId;
import org.mobiletoken.enrolment.rules.Freeze;
import org.mobiletoken.enrolment.rules.Purpose;
import org.mobiletoken.enrolment.rules.Token;

/** The passcode is the last step of enabling: proven by the enrolment's own key, hashed outside the transaction that makes the token. */
@ApplicationScoped
public class SetPasscode {

    private final Enrolments enrolments;
    private final ProveKey proveKey;
    private final ChoosePasscode choosePasscode;
    private final Lockout lockout;
    private final EnableToken enableToken;
    private final Clock clock;

    SetPasscode(
            Enrolments enrolments,
            ProveKey proveKey,
            ChoosePasscode choosePasscode,
            Lockout lockout,
            EnableToken enableToken,
            Clock clock) {
        this.enrolments = enrolments;
        this.proveKey = proveKey;
        this.choosePasscode = choosePasscode;
        this.lockout = lockout;
        this.enableToken = enableToken;
        this.clock = clock;
    }

    public EnablingStep<Token> set(String customerId, String app, EnrolmentId id, String proof) {
        Optional<Enrolment> found = QuarkusTransaction.requiringNew().call(() -> enrolments.find(customerId, app, id));
        if (found.isEmpty()) {
            return EnablingStep.refused(new EnablingRefusal.Unknown());
        }
        Enrolment enrolment = found.get().at(clock.instant());
        if (!(enrolment instanceof AwaitingPasscode awaiting)) {
            return EnablingStep.refused(Steps.notAwaited(enrolment));
        }
        Optional<Freeze> freeze = lockout.freezeOf(customerId);
        if (freeze.isPresent()) {
            return EnablingStep.refused(new EnablingRefusal.Frozen(freeze.get()));
        }
        var key = awaiting.details().request().key();
        return switch (proveKey.prove(proof, key, customerId, app, Purpose.PASSCODE, id.value())) {
            case ProveKey.Result.Refused() -> EnablingStep.refused(new EnablingRefusal.ProofRefused());
            case ProveKey.Result.ChallengeUsed() -> EnablingStep.refused(new EnablingRefusal.ChallengeUsed());
            case ProveKey.Result.Proven proven -> choose(awaiting, proven.proof());
        };
    }

    private EnablingStep<Token> choose(AwaitingPasscode enrolment, SignedProof proof) {
        return switch (choosePasscode.choose(proof)) {
            case ChoosePasscode.Choice.Accepted(String verifier) -> enableToken.enable(enrolment.details(), verifier);
            case ChoosePasscode.Choice.Weak _ -> EnablingStep.refused(new EnablingRefusal.WeakPasscode());
            case ChoosePasscode.Choice.Unreadable() -> EnablingStep.refused(new EnablingRefusal.ProofRefused());
            case ChoosePasscode.Choice.Busy() -> EnablingStep.refused(new EnablingRefusal.Busy());
        };
    }
}
