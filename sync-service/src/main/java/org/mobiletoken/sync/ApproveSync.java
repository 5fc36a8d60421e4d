package org.mobiletoken.sync;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.sync.enrolment.Verification;
import org.mobiletoken.sync.enrolment.Verifier;
import org.mobiletoken.sync.postgres.Customers;
import org.mobiletoken.sync.postgres.History;
import org.mobiletoken.sync.postgres.LockedCustomer;
import org.mobiletoken.sync.postgres.Syncs;
import org.mobiletoken.sync.postgres.TokenStates;
import org.mobiletoken.sync.rules.ConsentPolicy;
import org.mobiletoken.sync.rules.ConsentPolicy.Verdict;
import org.mobiletoken.sync.rules.Sync;
import org.mobiletoken.sync.rules.SyncState;
import org.mobiletoken.sync.rules.Terms;

/**
 * Starts a synchronisation: reserves the place of the one open synchronisation, has the proof verified outside of any
 * transaction, and then approves or refuses.
 */
@ApplicationScoped
public class ApproveSync {
    /** What the customer asks for in the target app. */
    public record Wanted(
            String customerId,
            String sourceApp,
            String targetApp,
            String proof,
            String targetProof,
            @Nullable String termsVersion) {}

    /** What came of it. */
    public sealed interface Outcome {
        record Approved(Sync sync) implements Outcome {}

        record ConsentMissing(Terms inForce) implements Outcome {}

        record TermsSuperseded(Terms inForce) implements Outcome {}

        record AlreadyEnabled() implements Outcome {}

        record AnotherIsOpen(UUID syncId) implements Outcome {}

        record ProofRefused(Verification.Refused verification) implements Outcome {}

        record NoAnswer() implements Outcome {}
    }

    private sealed interface Reservation {
        record Reserved(Sync sync) implements Reservation {}

        record NotReserved(Outcome outcome) implements Reservation {}
    }

    private final RequiredTerms terms;
    private final Verifier verifier;
    private final Customers customers;
    private final TokenStates tokens;
    private final Syncs syncs;
    private final SyncSteps steps;
    private final History history;
    private final SyncSettings settings;
    private final Clock clock;

    ApproveSync(
            RequiredTerms terms,
            Verifier verifier,
            Customers customers,
            TokenStates tokens,
            Syncs syncs,
            SyncSteps steps,
            History history,
            SyncSettings settings,
            Clock clock) {
        this.terms = terms;
        this.verifier = verifier;
        this.customers = customers;
        this.tokens = tokens;
        this.syncs = syncs;
        this.steps = steps;
        this.history = history;
        this.settings = settings;
        this.clock = clock;
    }

    public Outcome approve(Wanted wanted) {
        Optional<Terms> inForce = terms.inForce(wanted.customerId(), wanted.targetApp());
        return switch (ConsentPolicy.check(inForce, wanted.termsVersion())) {
            case Verdict.Missing(Terms missing) -> new Outcome.ConsentMissing(missing);
            case Verdict.Superseded(Terms newer) -> new Outcome.TermsSuperseded(newer);
            case Verdict.Given() -> approve(wanted, inForce);
        };
    }

    private Outcome approve(Wanted wanted, Optional<Terms> accepted) {
        return switch (QuarkusTransaction.requiringNew().call(() -> reserve(wanted))) {
            case Reservation.NotReserved(Outcome outcome) -> outcome;
            case Reservation.Reserved(Sync sync) -> {
                Verification verification = verifier.verify(
                        wanted.customerId(),
                        wanted.sourceApp(),
                        wanted.targetApp(),
                        wanted.proof(),
                        wanted.targetProof());
                yield QuarkusTransaction.requiringNew().call(() -> settle(sync, verification, accepted));
            }
        };
    }

    private Reservation reserve(Wanted wanted) {
        LockedCustomer customer = customers.lock(wanted.customerId());
        Instant now = clock.instant();
        if (tokens.of(customer.id()).stream()
                .anyMatch(token -> token.enabled() && token.app().equals(wanted.targetApp()))) {
            return new Reservation.NotReserved(new Outcome.AlreadyEnabled());
        }
        Optional<Sync> open = syncs.open(customer, wanted.targetApp());
        if (open.isPresent()) {
            Sync before = open.get();
            SyncState state = before.state().at(now);
            if (state.isOpen()) {
                return new Reservation.NotReserved(new Outcome.AnotherIsOpen(before.id()));
            }
            steps.take(customer, before.in(state), History.CUSTOMER);
        }
        SyncState verifying = new SyncState.Verifying(now.plus(settings.verifyingFor()));
        Sync sync = new Sync(UUID.randomUUID(), customer.id(), wanted.sourceApp(), wanted.targetApp(), now, verifying);
        syncs.add(sync);
        return new Reservation.Reserved(sync);
    }

    private Outcome settle(Sync reserved, Verification verification, Optional<Terms> accepted) {
        LockedCustomer customer = customers.lock(reserved.customerId());
        Instant now = clock.instant();
        Sync current = syncs.of(customer.id(), reserved.id()).orElseThrow();
        if (!(current.state() instanceof SyncState.Verifying)) {
            return new Outcome.NoAnswer(); // it took so long that another attempt has pushed this one aside
        }
        return switch (verification) {
            case Verification.Approved approved -> {
                SyncState state = new SyncState.Approved(approved.approvalId(), approved.expiresAt());
                Sync sync = current.provenFrom(approved.sourceApp()).in(state);
                steps.take(customer, sync, History.CUSTOMER);
                accepted.ifPresent(terms -> history.addConsent(customer, sync, terms, now));
                yield new Outcome.Approved(sync);
            }
            case Verification.Refused refused -> {
                steps.take(customer, current.in(new SyncState.Refused(refused.problem(), now)), History.CUSTOMER);
                yield new Outcome.ProofRefused(refused);
            }
            case Verification.NoAnswer() -> {
                steps.take(customer, current.in(new SyncState.Refused("no-answer", now)), History.CUSTOMER);
                yield new Outcome.NoAnswer();
            }
        };
    }
}
