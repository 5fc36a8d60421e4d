package org.mobiletoken.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.enrolment.Verification.NotVerified;
import org.mobiletoken.enrolment.Verification.Verified;
import org.mobiletoken.enrolment.messaging.ProofEvents;
import org.mobiletoken.enrolment.postgres.Credentials;
import org.mobiletoken.enrolment.postgres.Customers;
import org.mobiletoken.enrolment.postgres.LockedCustomer;
import org.mobiletoken.enrolment.postgres.Tokens;
import org.mobiletoken.enrolment.proofs.SignedProof;
import org.mobiletoken.enrolment.rules.Token;
import org.mobiletoken.enrolment.rules.VerificationRefusal;

/** A proof counts only if, under the customer's lock, its token and key still live: a disable that committed meanwhile wins. */
@ApplicationScoped
class CommitVerification {
    private final Customers customers;
    private final Tokens tokens;
    private final Credentials credentials;
    private final ProofEvents events;
    private final Clock clock;

    CommitVerification(Customers customers, Tokens tokens, Credentials credentials, ProofEvents events, Clock clock) {
        this.customers = customers;
        this.tokens = tokens;
        this.credentials = credentials;
        this.events = events;
        this.clock = clock;
    }

    /** @param newVerifier the same passcode under today's hashing parameters, or null where the stored verifier has them */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    <T> Verification<T> commit(SignedProof proof, KeyOwner owner, @Nullable String newVerifier, Effect<T> effect) {
        LockedCustomer customer = customers.lock(owner.token().customerId());
        Optional<Token> live = tokens.live(customer.id(), owner.token().id())
                .filter(token -> owner.isStillOf(token, proof.keyThumbprint()));
        if (live.isEmpty()) {
            return new NotVerified<>(new VerificationRefusal.TokenEnded());
        }
        Token token = live.get();
        Instant now = clock.instant();
        if (newVerifier != null) {
            credentials.rehash(customer.id(), token.credential(), newVerifier);
        }
        events.verified(token, proof.purpose(), owner.factor(), proof.challengeId(), now, customer.nextVersion());
        return new Verified<>(token, owner.factor(), proof.challengeId(), effect.commit(customer, token, now));
    }
}
