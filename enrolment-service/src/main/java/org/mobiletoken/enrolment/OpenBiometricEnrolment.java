package org.mobiletoken.enrolment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.mobiletoken.enrolment.Verification.NotVerified;
import org.mobiletoken.enrolment.Verification.Verified;
import org.mobiletoken.enrolment.neighbours.OneTimeCodes;
import org.mobiletoken.enrolment.postgres.BiometricEnrolments;
import org.mobiletoken.enrolment.postgres.Tokens;
import org.mobiletoken.enrolment.proofs.ProofReader;
import org.mobiletoken.enrolment.proofs.SignedProof;
import org.mobiletoken.enrolment.rules.BiometricEnrolment;
import org.mobiletoken.enrolment.rules.BiometricEnrolment.Step;
import org.mobiletoken.enrolment.rules.ChallengeScope;
import org.mobiletoken.enrolment.rules.Purpose;
import org.mobiletoken.enrolment.rules.VerificationRefusal;

/** Turning biometric login on begins with the passcode; only then is an SMS code sent. */
@ApplicationScoped
public class OpenBiometricEnrolment {
    private final ProofReader reader;
    private final Tokens tokens;
    private final VerifyProof verifyProof;
    private final BiometricEnrolments flows;
    private final OneTimeCodes codes;
    private final Duration lifetime;

    OpenBiometricEnrolment(
            ProofReader reader,
            Tokens tokens,
            VerifyProof verifyProof,
            BiometricEnrolments flows,
            OneTimeCodes codes,
            VerificationSettings settings) {
        this.reader = reader;
        this.tokens = tokens;
        this.verifyProof = verifyProof;
        this.flows = flows;
        this.codes = codes;
        this.lifetime = settings.biometricEnrolmentLifetime();
    }

    public BiometricStep open(String customerId, String app, String compactProof) {
        Optional<SignedProof> read = reader.read(compactProof);
        if (read.isEmpty()) {
            return new BiometricStep.NotVerified(new VerificationRefusal.NotProven());
        }
        SignedProof proof = read.get();
        Optional<KeyOwner> owner =
                tokens.live(customerId, app).flatMap(token -> KeyOwner.of(token, proof.keyThumbprint()));
        ChallengeScope scope = new ChallengeScope(app, Purpose.BIOMETRIC_ENROLMENT, proof.keyThumbprint(), null);
        Verification<BiometricEnrolment> verification =
                verifyProof.verify(proof, owner, scope, (customer, token, now) -> {
                    BiometricEnrolment flow = new BiometricEnrolment(
                            UUID.randomUUID(),
                            customer.id(),
                            app,
                            token.id(),
                            Step.AWAITING_CODE,
                            null,
                            now.plus(lifetime));
                    flows.open(flow);
                    return flow;
                });
        return switch (verification) {
            case NotVerified<BiometricEnrolment>(VerificationRefusal refusal) -> new BiometricStep.NotVerified(refusal);
            case Verified<BiometricEnrolment> verified -> sendCode(verified.result());
        };
    }

    private BiometricStep sendCode(BiometricEnrolment flow) {
        return switch (codes.send(flow.customerId(), Purpose.BIOMETRIC_ENROLMENT.text(), flow.id(), flow.app())) {
            case OneTimeCodes.NotSent(var problem) -> new BiometricStep.RefusedElsewhere(problem);
            case OneTimeCodes.Sent sent -> {
                boolean open =
                        QuarkusTransaction.requiringNew().call(() -> flows.move(flow, flow.awaitingCode(sent.otpId())));
                yield open ? new BiometricStep.CodeSent(flow.id(), sent) : new BiometricStep.NotAwaited();
            }
        };
    }
}
