package org.mobiletoken.enrolment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.mobiletoken.enrolment.messaging.ProofEvents;
import org.mobiletoken.enrolment.neighbours.Lockout;
import org.mobiletoken.enrolment.postgres.BiometricEnrolments;
import org.mobiletoken.enrolment.postgres.Customers;
import org.mobiletoken.enrolment.postgres.History;
import org.mobiletoken.enrolment.postgres.LockedCustomer;
import org.mobiletoken.enrolment.postgres.Tokens;
import org.mobiletoken.enrolment.rules.BiometricEnrolment;
import org.mobiletoken.enrolment.rules.BiometricEnrolment.Step;
import org.mobiletoken.enrolment.rules.BiometricKey;
import org.mobiletoken.enrolment.rules.Freeze;
import org.mobiletoken.enrolment.rules.HistoryEntry;
import org.mobiletoken.enrolment.rules.PublicJwk;
import org.mobiletoken.enrolment.rules.Purpose;
import org.mobiletoken.enrolment.rules.Token;
import org.mobiletoken.enrolment.rules.VerificationRefusal;

/** Biometric login is on once the key that biometrics release has proven itself, after passcode and SMS code. */
@ApplicationScoped
public class RegisterBiometricKey {
    private final BiometricEnrolments flows;
    private final ProveKey proveKey;
    private final Lockout lockout;
    private final Customers customers;
    private final Tokens tokens;
    private final ProofEvents events;
    private final History history;
    private final Clock clock;

    RegisterBiometricKey(
            BiometricEnrolments flows,
            ProveKey proveKey,
            Lockout lockout,
            Customers customers,
            Tokens tokens,
            ProofEvents events,
            History history,
            Clock clock) {
        this.flows = flows;
        this.proveKey = proveKey;
        this.lockout = lockout;
        this.customers = customers;
        this.tokens = tokens;
        this.events = events;
        this.history = history;
        this.clock = clock;
    }

    public BiometricStep register(String customerId, String app, UUID id, String proof) {
        Optional<BiometricEnrolment> found = flows.find(customerId, app, id);
        if (found.isEmpty()) {
            return new BiometricStep.Unknown();
        }
        BiometricEnrolment flow = found.get();
        if (flow.stepAt(clock.instant()) != Step.AWAITING_KEY) {
            return new BiometricStep.NotAwaited();
        }
        Optional<Freeze> freeze = lockout.freezeOf(customerId);
        if (freeze.isPresent()) {
            return new BiometricStep.NotVerified(new VerificationRefusal.Frozen(freeze.get()));
        }
        return switch (proveKey.prove(proof, null, customerId, app, Purpose.BIOMETRIC_KEY, id)) {
            case ProveKey.Result.Refused() -> new BiometricStep.NotVerified(new VerificationRefusal.NotProven());
            case ProveKey.Result.ChallengeUsed() ->
                new BiometricStep.NotVerified(new VerificationRefusal.ChallengeUsed());
            case ProveKey.Result.Proven(PublicJwk key, var _) -> storeUnlessInUse(flow, key);
        };
    }

    private BiometricStep storeUnlessInUse(BiometricEnrolment flow, PublicJwk key) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> store(flow, key));
        } catch (RuntimeException failure) {
            if (KeyInUse.causedThe(failure)) {
                return new BiometricStep.NotVerified(new VerificationRefusal.NotProven());
            }
            throw failure;
        }
    }

    private BiometricStep store(BiometricEnrolment flow, PublicJwk key) {
        LockedCustomer customer = customers.lock(flow.customerId());
        Optional<Token> live = tokens.live(customer.id(), flow.token());
        if (live.isEmpty()) {
            return new BiometricStep.NotVerified(new VerificationRefusal.TokenEnded());
        }
        Token token = live.get();
        if (token.isSignedBy(key.thumbprint())) {
            return new BiometricStep.NotVerified(new VerificationRefusal.NotProven());
        }
        if (!flows.move(flow, flow.ended())) {
            return new BiometricStep.NotAwaited();
        }
        Instant now = clock.instant();
        tokens.setBiometric(token, new BiometricKey(key, now));
        events.biometricEnabled(token, now, customer.nextVersion());
        history.add(
                customer.id(),
                new HistoryEntry(
                        now,
                        HistoryEntry.CUSTOMER,
                        "BIOMETRIC_ENABLED",
                        token.app(),
                        null,
                        token.id().value().toString()));
        return new BiometricStep.KeyRegistered();
    }
}
