package org.mobiletoken.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.mobiletoken.enrolment.Verification.NotVerified;
import org.mobiletoken.enrolment.Verification.Verified;
import org.mobiletoken.enrolment.messaging.ProofEvents;
import org.mobiletoken.enrolment.postgres.Authorisations;
import org.mobiletoken.enrolment.postgres.LockedCustomer;
import org.mobiletoken.enrolment.postgres.Tokens;
import org.mobiletoken.enrolment.proofs.ProofReader;
import org.mobiletoken.enrolment.proofs.SignedProof;
import org.mobiletoken.enrolment.rules.Authorisation;
import org.mobiletoken.enrolment.rules.Authorisation.Outcome;
import org.mobiletoken.enrolment.rules.ChallengeScope;
import org.mobiletoken.enrolment.rules.Purpose;
import org.mobiletoken.enrolment.rules.Subject;
import org.mobiletoken.enrolment.rules.Token;
import org.mobiletoken.enrolment.rules.VerificationRefusal;

/** The customer approves a transaction with a proof over the hash of its details, by the token that was asked. */
@ApplicationScoped
public class ApproveAuthorisation {
    private final Authorisations authorisations;
    private final ProofReader reader;
    private final Tokens tokens;
    private final VerifyProof verifyProof;
    private final ProofEvents events;
    private final Clock clock;

    ApproveAuthorisation(
            Authorisations authorisations,
            ProofReader reader,
            Tokens tokens,
            VerifyProof verifyProof,
            ProofEvents events,
            Clock clock) {
        this.authorisations = authorisations;
        this.reader = reader;
        this.tokens = tokens;
        this.verifyProof = verifyProof;
        this.events = events;
        this.clock = clock;
    }

    public AuthorisationStep approve(String customerId, String app, UUID id, String compactProof) {
        Optional<Authorisation> found = authorisations.find(customerId, app, id);
        if (found.isEmpty()) {
            return new AuthorisationStep.Unknown();
        }
        Optional<SignedProof> read = reader.read(compactProof);
        if (read.isEmpty() || !(read.get().subject() instanceof Subject.Details(String hash))) {
            return new AuthorisationStep.NotVerified(new VerificationRefusal.NotProven());
        }
        // Found out before anything is reserved: a proof over other details costs the customer no attempt.
        Outcome foreseen = found.get().approve(hash, clock.instant());
        return switch (foreseen) {
            case DONE -> verify(found.get(), read.get());
            case OTHER_DETAILS -> new AuthorisationStep.NotVerified(new VerificationRefusal.NotProven());
            default -> new AuthorisationStep.Refused(foreseen);
        };
    }

    private AuthorisationStep verify(Authorisation authorisation, SignedProof proof) {
        Optional<KeyOwner> owner = tokens.live(authorisation.customerId(), authorisation.token())
                .flatMap(token -> KeyOwner.of(token, proof.keyThumbprint()));
        ChallengeScope scope = new ChallengeScope(
                authorisation.app(), Purpose.AUTHORISATION, proof.keyThumbprint(), authorisation.id());
        Verification<Outcome> verification = verifyProof.verify(
                proof, owner, scope, (customer, token, now) -> store(customer, token, authorisation, now));
        return switch (verification) {
            case NotVerified<Outcome>(VerificationRefusal refusal) -> new AuthorisationStep.NotVerified(refusal);
            case Verified<Outcome> verified
            when verified.result() == Outcome.DONE -> new AuthorisationStep.Done(authorisation);
            case Verified<Outcome> verified -> new AuthorisationStep.Refused(verified.result());
        };
    }

    private Outcome store(LockedCustomer customer, Token token, Authorisation before, Instant now) {
        Authorisation current =
                authorisations.find(customer.id(), token.app(), before.id()).orElseThrow();
        Outcome outcome = current.approve(before.detailsHash(), now);
        if (outcome == Outcome.DONE) {
            authorisations.store(current.in(Authorisation.State.APPROVED));
            events.authorised(current, now, customer.nextVersion());
        }
        return outcome;
    }
}
