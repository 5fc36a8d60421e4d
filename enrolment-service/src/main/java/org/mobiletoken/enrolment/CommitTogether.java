package org.mobiletoken.enrolment;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.delivery.TracedEvent;
import org.mobiletoken.enrolment.Verification.NotVerified;
import org.mobiletoken.enrolment.Verification.Verified;
import org.mobiletoken.enrolment.messaging.ProofEvents;
import org.mobiletoken.enrolment.postgres.LiveTokens;
import org.mobiletoken.enrolment.postgres.LiveTokens.Challenge;
import org.mobiletoken.enrolment.postgres.LiveTokens.Held;
import org.mobiletoken.enrolment.proofs.SignedProof;
import org.mobiletoken.enrolment.rules.TokenId;
import org.mobiletoken.enrolment.rules.VerificationRefusal;
import org.mobiletoken.groupcommit.GroupCommit;

/**
 * Logins of different customers that are proven at the same time are committed in one transaction: each uses its challenge up and
 * counts only if, under its customer's lock, token and key still live.
 */
@ApplicationScoped
class CommitTogether {

    /** A proof whose caller waits for it to be committed. */
    private static final class Proven {
        private final SignedProof proof;
        private final KeyOwner owner;
        private final Challenge challenge;
        private final Context trace = Context.current();
        private @Nullable Verification<Boolean> verification;

        Proven(SignedProof proof, KeyOwner owner, Instant challengeEnds) {
            this.proof = proof;
            this.owner = owner;
            this.challenge = new Challenge(owner.token().customerId(), proof.challengeId(), challengeEnds);
        }

        String customer() {
            return challenge.customerId();
        }

        boolean isStillLive(Held held) {
            return held.token() != null && owner.isStillOf(held.token(), proof.keyThumbprint());
        }

        Verification<Boolean> decide(Held held, boolean unused) {
            if (!unused) {
                return new NotVerified<>(new VerificationRefusal.ChallengeUsed());
            }
            return isStillLive(held)
                    ? new Verified<>(Objects.requireNonNull(held.token()), owner.factor(), challenge.id(), true)
                    : new NotVerified<>(new VerificationRefusal.TokenEnded());
        }
    }

    private final LiveTokens tokens;
    private final ProofEvents events;
    private final Clock clock;
    private final GroupCommit<Proven> group;

    CommitTogether(LiveTokens tokens, ProofEvents events, Clock clock) {
        this.tokens = tokens;
        this.events = events;
        this.clock = clock;
        this.group = new GroupCommit<>("commit-together", Proven::customer, this::commit);
    }

    void start(@Observes StartupEvent start) {
        group.start();
    }

    void stop(@Observes ShutdownEvent stop) {
        group.close();
    }

    /**
     * What became of the proof, once that is committed. Nothing where somebody else holds the customer, or where the transaction failed,
     * whoever was the cause: the proof is then to be committed alone.
     */
    Optional<Verification<Boolean>> commit(SignedProof proof, KeyOwner owner, Instant challengeEnds) {
        var proven = new Proven(proof, owner, challengeEnds);
        group.await(proven);
        return Optional.ofNullable(proven.verification);
    }

    private void commit(List<Proven> together) {
        QuarkusTransaction.requiringNew()
                .call(() -> decide(together))
                .forEach((proven, verification) -> proven.verification = verification);
    }

    private Map<Proven, Verification<Boolean>> decide(List<Proven> together) {
        Map<String, Proven> byCustomer = new HashMap<>();
        Map<String, TokenId> wanted = new HashMap<>();
        for (Proven proven : together) {
            byCustomer.put(proven.customer(), proven);
            wanted.put(proven.customer(), proven.owner.token().id());
        }
        Map<Proven, Held> held = new LinkedHashMap<>();
        for (Held customer : tokens.holdFree(wanted)) {
            held.put(Objects.requireNonNull(byCustomer.get(customer.customerId())), customer);
        }
        Set<String> unused = use(held);
        Map<Proven, Verification<Boolean>> decided = new LinkedHashMap<>();
        List<TracedEvent> told = new ArrayList<>();
        held.forEach((proven, customer) -> {
            var verification = proven.decide(customer, unused.contains(customer.customerId()));
            decided.put(proven, verification);
            if (verification instanceof Verified<Boolean> verified) {
                told.add(event(proven, verified, customer.version() + 1));
            }
        });
        events.publishAll(told);
        return decided;
    }

    private Set<String> use(Map<Proven, Held> held) {
        return tokens.use(
                held.keySet().stream().map(proven -> proven.challenge).toList(),
                held.entrySet().stream()
                        .filter(entry -> entry.getKey().isStillLive(entry.getValue()))
                        .map(entry -> entry.getValue().customerId())
                        .toList());
    }

    private TracedEvent event(Proven proven, Verified<Boolean> verified, long version) {
        try (Scope _ = proven.trace.makeCurrent()) {
            return events.verifiedHere(
                    verified.token(),
                    proven.proof.purpose(),
                    verified.factor(),
                    verified.challengeId(),
                    clock.instant(),
                    version);
        }
    }
}
