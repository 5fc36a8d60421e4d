package org.mobiletoken.enrolment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.enrolment.neighbours.Lockout;
import org.mobiletoken.enrolment.postgres.Customers;
import org.mobiletoken.enrolment.postgres.Enrolments;
import org.mobiletoken.enrolment.postgres.History;
import org.mobiletoken.enrolment.postgres.LockedCustomer;
import org.mobiletoken.enrolment.postgres.Tokens;
import org.mobiletoken.enrolment.rules.Enabling;
import org.mobiletoken.enrolment.rules.EnablingRefusal;
import org.mobiletoken.enrolment.rules.EnablingRequest;
import org.mobiletoken.enrolment.rules.Enrolment;
import org.mobiletoken.enrolment.rules.Enrolment.AwaitingIdentity;
import org.mobiletoken.enrolment.rules.EnrolmentId;
import org.mobiletoken.enrolment.rules.Freeze;
import org.mobiletoken.enrolment.rules.HistoryEntry;
import org.mobiletoken.enrolment.rules.HkidPositions;
import org.mobiletoken.enrolment.rules.Purpose;

/** A customer who is not frozen begins to enable an app by proving a new device key, and is asked for HKID characters. */
@ApplicationScoped
public class OpenEnrolment {

    private final ProveKey proveKey;
    private final Lockout lockout;
    private final Customers customers;
    private final Tokens tokens;
    private final Enrolments enrolments;
    private final History history;
    private final EnablingSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    OpenEnrolment(
            ProveKey proveKey,
            Lockout lockout,
            Customers customers,
            Tokens tokens,
            Enrolments enrolments,
            History history,
            EnablingSettings settings,
            Clock clock) {
        this.proveKey = proveKey;
        this.lockout = lockout;
        this.customers = customers;
        this.tokens = tokens;
        this.enrolments = enrolments;
        this.history = history;
        this.settings = settings;
        this.clock = clock;
    }

    /** What the phone sends with its proof. */
    public record Phone(
            String deviceName,
            boolean replacesDevice,
            @Nullable String otherAppKey) {}

    public EnablingStep<AwaitingIdentity> open(String customerId, String app, String proof, Phone phone) {
        Optional<Freeze> freeze = lockout.freezeOf(customerId);
        if (freeze.isPresent()) {
            return EnablingStep.refused(new EnablingRefusal.Frozen(freeze.get()));
        }
        return switch (proveKey.prove(proof, null, customerId, app, Purpose.ENROLMENT, null)) {
            case ProveKey.Result.Refused() -> EnablingStep.refused(new EnablingRefusal.ProofRefused());
            case ProveKey.Result.ChallengeUsed() -> EnablingStep.refused(new EnablingRefusal.ChallengeUsed());
            case ProveKey.Result.Proven proven ->
                open(
                        customerId,
                        new EnablingRequest(
                                app, proven.key(), phone.deviceName(), phone.replacesDevice(), phone.otherAppKey()));
        };
    }

    private EnablingStep<AwaitingIdentity> open(String customerId, EnablingRequest request) {
        return QuarkusTransaction.requiringNew().call(() -> {
            LockedCustomer customer = customers.lock(customerId);
            return switch (Enabling.decide(request, tokens.live(customerId))) {
                case Enabling.Refused(EnablingRefusal refusal) -> EnablingStep.refused(refusal);
                case Enabling.Allowed _ -> new EnablingStep.Done<>(store(customer, request));
            };
        });
    }

    private AwaitingIdentity store(LockedCustomer customer, EnablingRequest request) {
        Instant now = clock.instant();
        Enrolment.Details details = new Enrolment.Details(
                EnrolmentId.random(),
                customer.id(),
                request,
                positionsOf(customer),
                now,
                now.plus(settings.lifetime()));
        AwaitingIdentity enrolment = new AwaitingIdentity(details, settings.identityTries(), 0);
        enrolments.add(enrolment);
        history.add(
                customer.id(),
                new HistoryEntry(
                        now,
                        HistoryEntry.CUSTOMER,
                        "ENROLMENT_OPENED",
                        request.app(),
                        null,
                        details.id().value().toString()));
        return enrolment;
    }

    /** A customer keeps the positions until they were answered, so that asking again does not find easier ones. */
    private List<Integer> positionsOf(LockedCustomer customer) {
        List<Integer> kept = customer.hkidPositions();
        if (kept != null) {
            return kept;
        }
        List<Integer> drawn = HkidPositions.draw(random);
        customer.ask(drawn);
        return drawn;
    }
}
