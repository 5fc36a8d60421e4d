package org.mobiletoken.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.mobiletoken.clock.BusinessClock;
import org.mobiletoken.enrolment.Verification.NotVerified;
import org.mobiletoken.enrolment.Verification.Verified;
import org.mobiletoken.enrolment.postgres.TokensByKey;
import org.mobiletoken.enrolment.proofs.Assertions;
import org.mobiletoken.enrolment.proofs.ProofReader;
import org.mobiletoken.enrolment.proofs.SignedProof;
import org.mobiletoken.enrolment.rules.AssertionClaims;
import org.mobiletoken.enrolment.rules.ChallengeScope;
import org.mobiletoken.enrolment.rules.Purpose;
import org.mobiletoken.enrolment.rules.VerificationRefusal;

/** A customer logs in with the token of an app: the app's gateway gets an assertion that it exchanges for a session. */
@ApplicationScoped
public class LogIn {
    private final ProofReader reader;
    private final TokensByKey tokens;
    private final VerifyProof verifyProof;
    private final Assertions assertions;
    private final BusinessClock clock;
    private final String issuer;

    LogIn(
            ProofReader reader,
            TokensByKey tokens,
            VerifyProof verifyProof,
            Assertions assertions,
            BusinessClock clock,
            VerificationSettings settings) {
        this.reader = reader;
        this.tokens = tokens;
        this.verifyProof = verifyProof;
        this.assertions = assertions;
        this.clock = clock;
        this.issuer = settings.assertionIssuer();
    }

    /** The result of an accepted proof is the signed assertion. */
    public Verification<String> logIn(String app, String gateway, String compactProof) {
        Optional<SignedProof> read = reader.read(compactProof);
        if (read.isEmpty()) {
            return new NotVerified<>(new VerificationRefusal.NotProven());
        }
        SignedProof proof = read.get();
        String thumbprint = proof.keyThumbprint();
        Optional<KeyOwner> owner = tokens.find(app, thumbprint).flatMap(token -> KeyOwner.of(token, thumbprint));
        ChallengeScope scope = new ChallengeScope(app, Purpose.LOGIN, thumbprint, null);
        return switch (verifyProof.verify(proof, owner, scope)) {
            case NotVerified<Boolean>(VerificationRefusal refusal) -> new NotVerified<>(refusal);
            case Verified<Boolean> verified ->
                new Verified<>(
                        verified.token(), verified.factor(), verified.challengeId(), assertion(verified, gateway));
        };
    }

    /** Assertions are checked by other systems, whose clocks do not jump with that of a demonstration. */
    private String assertion(Verified<Boolean> verified, String gateway) {
        return assertions.sign(new AssertionClaims(
                issuer,
                gateway,
                verified.token().customerId(),
                verified.token().app(),
                verified.token().id().value(),
                verified.factor(),
                verified.challengeId(),
                clock.instant().minus(clock.offset())));
    }
}
