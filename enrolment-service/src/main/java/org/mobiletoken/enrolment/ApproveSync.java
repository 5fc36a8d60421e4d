package org.mobiletoken.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.enrolment.Verification.NotVerified;
import org.mobiletoken.enrolment.postgres.Approvals;
import org.mobiletoken.enrolment.postgres.Tokens;
import org.mobiletoken.enrolment.proofs.ProofCheck;
import org.mobiletoken.enrolment.proofs.ProofReader;
import org.mobiletoken.enrolment.proofs.SignedProof;
import org.mobiletoken.enrolment.rules.AppPolicies;
import org.mobiletoken.enrolment.rules.Approval;
import org.mobiletoken.enrolment.rules.ApprovalId;
import org.mobiletoken.enrolment.rules.ChallengeScope;
import org.mobiletoken.enrolment.rules.PublicJwk;
import org.mobiletoken.enrolment.rules.Purpose;
import org.mobiletoken.enrolment.rules.Subject;
import org.mobiletoken.enrolment.rules.Token;
import org.mobiletoken.enrolment.rules.VerificationRefusal;

/**
 * A customer approves, with the source app's device key and the passcode, that a second app on the same phone gets the token's setting; the
 * approval is stored and used once.
 */
@ApplicationScoped
public class ApproveSync {
    private final ProofReader reader;
    private final ProofCheck check;
    private final Tokens tokens;
    private final VerifyProof verifyProof;
    private final Approvals approvals;
    private final AppPolicies policies;
    private final Duration lifetime;

    ApproveSync(
            ProofReader reader,
            ProofCheck check,
            Tokens tokens,
            VerifyProof verifyProof,
            Approvals approvals,
            AppPolicies policies,
            VerificationSettings settings) {
        this.reader = reader;
        this.check = check;
        this.tokens = tokens;
        this.verifyProof = verifyProof;
        this.approvals = approvals;
        this.policies = policies;
        this.lifetime = settings.approvalLifetime();
    }

    /**
     * What sync-service passes on.
     *
     * @param sourceApp the app that the customer named, or null where the key alone says it
     */
    public record Wish(
            String customerId, @Nullable String sourceApp, String targetApp, String proof, String targetProof) {}

    public Verification<Approval> approve(Wish wish) {
        Optional<SignedProof> source = reader.read(wish.proof());
        Optional<SignedProof> target = reader.read(wish.targetProof());
        if (source.isEmpty() || target.isEmpty() || !belongTogether(source.get(), target.get(), wish.targetApp())) {
            return new NotVerified<>(new VerificationRefusal.NotProven());
        }
        SignedProof proof = source.get();
        PublicJwk targetKey = target.get().introducedJwk();
        if (targetKey == null) {
            return new NotVerified<>(new VerificationRefusal.NotProven());
        }
        ChallengeScope scope = new ChallengeScope(wish.targetApp(), Purpose.SYNC, proof.keyThumbprint(), null);
        return verifyProof.verify(proof, owner(proof, wish), scope, (customer, token, now) -> {
            Approval approval = new Approval(
                    ApprovalId.random(),
                    customer.id(),
                    token.credential(),
                    token.id(),
                    token.app(),
                    wish.targetApp(),
                    targetKey,
                    token.deviceName(),
                    now,
                    now.plus(lifetime),
                    null);
            approvals.add(approval);
            return approval;
        });
    }

    /** The source's proof names the target's app and key, and the target's key signed the same challenge itself. */
    private boolean belongTogether(SignedProof source, SignedProof target, String targetApp) {
        return policies.of(targetApp).isPresent()
                && source.subject().equals(new Subject.Target(targetApp, target.keyThumbprint()))
                && !source.keyThumbprint().equals(target.keyThumbprint())
                && target.purpose() == Purpose.SYNC_TARGET
                && target.subject().equals(new Subject.Nothing())
                && target.encryptedPasscode() == null
                && target.challenge().equals(source.challenge())
                && check.introducedKeySigned(target);
    }

    private Optional<KeyOwner> owner(SignedProof proof, Wish wish) {
        Optional<Token> source = tokens.live(wish.customerId()).stream()
                .filter(token -> token.isSignedBy(proof.keyThumbprint()))
                .filter(token -> wish.sourceApp() == null || token.app().equals(wish.sourceApp()))
                .filter(token -> !token.app().equals(wish.targetApp()))
                .findFirst();
        return source.flatMap(token -> KeyOwner.of(token, proof.keyThumbprint()));
    }
}
