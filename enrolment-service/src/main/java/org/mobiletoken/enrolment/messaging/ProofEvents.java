package org.mobiletoken.enrolment.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.mobiletoken.delivery.TracedEvent;
import org.mobiletoken.enrolment.rules.Authorisation;
import org.mobiletoken.enrolment.rules.Purpose;
import org.mobiletoken.enrolment.rules.SigningFactor;
import org.mobiletoken.enrolment.rules.Token;
import org.mobiletoken.events.enrolment.BiometricDisabled;
import org.mobiletoken.events.enrolment.BiometricEnabled;
import org.mobiletoken.events.enrolment.TransactionAuthorised;
import org.mobiletoken.events.verification.TokenVerified;

/** Tells what became of proofs, biometric keys and authorisations, in the transaction that decided it. */
@ApplicationScoped
public class ProofEvents {
    private final TokenEvents events;

    ProofEvents(TokenEvents events) {
        this.events = events;
    }

    public void verified(
            Token token, Purpose purpose, SigningFactor factor, UUID challengeId, Instant at, long version) {
        events.publish(tokenVerified(token, purpose, factor, challengeId, at, version), at);
    }

    /** To be told with others by {@link #publishAll}, as part of the trace that is under way here. */
    public TracedEvent verifiedHere(
            Token token, Purpose purpose, SigningFactor factor, UUID challengeId, Instant at, long version) {
        return TracedEvent.here(
                TokenEvents.outgoing(tokenVerified(token, purpose, factor, challengeId, at, version), at));
    }

    public void publishAll(List<TracedEvent> told) {
        events.publishAll(told);
    }

    private static TokenVerified tokenVerified(
            Token token, Purpose purpose, SigningFactor factor, UUID challengeId, Instant at, long version) {
        TokenVerified.Method method = switch (factor) {
            case DEVICE_KEY -> TokenVerified.Method.PASSCODE;
            case BIOMETRIC_KEY -> TokenVerified.Method.BIOMETRIC;
        };
        return new TokenVerified(
                token.customerId(), token.id().value(), token.app(), purpose.text(), method, challengeId, at, version);
    }

    public void biometricEnabled(Token token, Instant at, long version) {
        events.publish(
                new BiometricEnabled(
                        token.customerId(),
                        token.credential().value(),
                        token.id().value(),
                        token.app(),
                        at,
                        version),
                at);
    }

    public void biometricDisabled(Token token, Instant at, long version) {
        events.publish(
                new BiometricDisabled(
                        token.customerId(),
                        token.credential().value(),
                        token.id().value(),
                        token.app(),
                        at,
                        version),
                at);
    }

    public void authorised(Authorisation authorisation, Instant at, long version) {
        events.publish(
                new TransactionAuthorised(
                        authorisation.customerId(),
                        authorisation.token().value(),
                        authorisation.app(),
                        authorisation.id(),
                        authorisation.transactionType(),
                        at,
                        version),
                at);
    }
}
