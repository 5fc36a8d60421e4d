package org.mobiletoken.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.enrolment.Verification.NotVerified;
import org.mobiletoken.enrolment.neighbours.Lockout;
import org.mobiletoken.enrolment.passcodes.Bulkhead;
import org.mobiletoken.enrolment.passcodes.PasscodeDecryption;
import org.mobiletoken.enrolment.passcodes.Passcodes;
import org.mobiletoken.enrolment.postgres.Credentials;
import org.mobiletoken.enrolment.proofs.SignedProof;
import org.mobiletoken.enrolment.rules.Credential;
import org.mobiletoken.enrolment.rules.Passcode;
import org.mobiletoken.enrolment.rules.Token;
import org.mobiletoken.enrolment.rules.VerificationRefusal;

/**
 * A passcode is checked only after an attempt has been reserved, and counts as right only after the outcome has been settled; overload and
 * unreadable passcodes are found out before, so that they cost nobody an attempt.
 */
@ApplicationScoped
class PasscodeAttempt {
    private static final Logger LOG = Logger.getLogger(PasscodeAttempt.class);
    private static final Duration BUSY = Duration.ofSeconds(1);

    private final Bulkhead bulkhead;
    private final PasscodeDecryption decryption;
    private final Passcodes passcodes;
    private final Credentials credentials;
    private final Lockout lockout;
    private final SettleAttempt settle;
    private final CommitVerification commit;

    PasscodeAttempt(
            Bulkhead bulkhead,
            PasscodeDecryption decryption,
            Passcodes passcodes,
            Credentials credentials,
            Lockout lockout,
            SettleAttempt settle,
            CommitVerification commit) {
        this.bulkhead = bulkhead;
        this.decryption = decryption;
        this.passcodes = passcodes;
        this.credentials = credentials;
        this.lockout = lockout;
        this.settle = settle;
        this.commit = commit;
    }

    /** What became of the passcode while the place behind the bulkhead was held. */
    private sealed interface Checked {
        record Refused(VerificationRefusal refusal) implements Checked {}

        record Compared(boolean right, @Nullable String newVerifier, long reservedAtNanos) implements Checked {}
    }

    <T> Verification<T> verify(SignedProof proof, KeyOwner owner, Effect<T> effect) {
        return switch (check(proof, owner.token())) {
            case Checked.Refused(VerificationRefusal refusal) -> new NotVerified<>(refusal);
            case Checked.Compared compared -> {
                Optional<VerificationRefusal> refusal = settle.settle(
                        proof.challengeId(), owner.token().customerId(), compared.right(), compared.reservedAtNanos());
                yield refusal.isPresent()
                        ? new NotVerified<>(refusal.get())
                        : commit.commit(proof, owner, compared.newVerifier(), effect);
            }
        };
    }

    private Checked check(SignedProof proof, Token token) {
        Optional<Bulkhead.Place> entered = bulkhead.enter();
        if (entered.isEmpty()) {
            return new Checked.Refused(new VerificationRefusal.Unavailable(BUSY));
        }
        try (Bulkhead.Place _ = entered.get()) {
            Optional<Passcode> passcode = decryption.of(proof);
            if (passcode.isEmpty()) {
                return new Checked.Refused(new VerificationRefusal.NotProven());
            }
            Optional<Credential> credential =
                    credentials.byId(token.customerId(), token.credential()).filter(Credential::isLive);
            if (credential.isEmpty()) {
                return new Checked.Refused(new VerificationRefusal.TokenEnded());
            }
            String verifier = credential.get().passcodeVerifier();
            if (!passcodes.canCheck(verifier)) {
                // Before the reservation, which would count as wrong once it is abandoned.
                LOG.errorf(
                        "The pepper %s of a stored passcode is not configured: put it back",
                        Passcodes.pepperOf(verifier));
                return new Checked.Refused(new VerificationRefusal.Unavailable(BUSY));
            }
            return reserveAndCompare(proof, token, passcode.get(), verifier);
        }
    }

    private Checked reserveAndCompare(SignedProof proof, Token token, Passcode passcode, String verifier) {
        long reservedAtNanos = System.nanoTime();
        Lockout.Reservation reservation = lockout.reserve(
                proof.challengeId(),
                token.customerId(),
                token.app(),
                proof.purpose().text(),
                token.id());
        return switch (reservation) {
            case Lockout.RefusedAsFrozen(var freeze) -> new Checked.Refused(new VerificationRefusal.Frozen(freeze));
            case Lockout.TooManyOpen(Duration wait) -> new Checked.Refused(new VerificationRefusal.TooManyOpen(wait));
            case Lockout.Reserved _ -> {
                boolean right = passcodes.matches(passcode, verifier);
                String newVerifier = right && passcodes.isOutdated(verifier) ? passcodes.verifier(passcode) : null;
                yield new Checked.Compared(right, newVerifier, reservedAtNanos);
            }
        };
    }
}
