package org.mobiletoken.enrolment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mobiletoken.enrolment.neighbours.Directory;
import org.mobiletoken.enrolment.neighbours.Lockout;
import org.mobiletoken.enrolment.neighbours.OneTimeCodes.Sent;
import org.mobiletoken.enrolment.postgres.Customers;
import org.mobiletoken.enrolment.postgres.Enrolments;
import org.mobiletoken.enrolment.postgres.IdentityFailures;
import org.mobiletoken.enrolment.postgres.LockedCustomer;
import org.mobiletoken.enrolment.rules.BankDay;
import org.mobiletoken.enrolment.rules.EnablingRefusal;
import org.mobiletoken.enrolment.rules.Enrolment;
import org.mobiletoken.enrolment.rules.EnrolmentId;
import org.mobiletoken.enrolment.rules.Freeze;
import org.mobiletoken.enrolment.rules.IdentityPolicy;
import org.mobiletoken.http.ProblemException;

/** HKID characters are compared by the directory after a try was taken, so that parallel guesses cost as much as single ones; then the code goes out. */
@ApplicationScoped
public class CheckIdentity {

    private final Lockout lockout;
    private final Directory directory;
    private final SendCode sendCode;
    private final Customers customers;
    private final Enrolments enrolments;
    private final IdentityFailures failures;
    private final EndEnrolment endEnrolment;
    private final IdentityPolicy policy;
    private final BankDay bankDay;
    private final Clock clock;

    CheckIdentity(
            Lockout lockout,
            Directory directory,
            SendCode sendCode,
            Customers customers,
            Enrolments enrolments,
            IdentityFailures failures,
            EndEnrolment endEnrolment,
            IdentityPolicy policy,
            BankDay bankDay,
            Clock clock) {
        this.lockout = lockout;
        this.directory = directory;
        this.sendCode = sendCode;
        this.customers = customers;
        this.enrolments = enrolments;
        this.failures = failures;
        this.endEnrolment = endEnrolment;
        this.policy = policy;
        this.bankDay = bankDay;
        this.clock = clock;
    }

    public EnablingStep<Sent> check(String customerId, String app, EnrolmentId id, List<String> characters) {
        Optional<Freeze> freeze = lockout.freezeOf(customerId);
        if (freeze.isPresent()) {
            return EnablingStep.refused(new EnablingRefusal.Frozen(freeze.get()));
        }
        LocalDate day = bankDay.of(clock.instant());
        return switch (takeTry(customerId, app, id, day)) {
            case EnablingStep.Done<Enrolment.Details>(Enrolment.Details details) ->
                proven(details, characters, day)
                        .map(EnablingStep::<Sent>refused)
                        .orElseGet(() -> sendCode.send(details));
            case EnablingStep.Refused<Enrolment.Details>(EnablingRefusal refusal) -> EnablingStep.refused(refusal);
            case EnablingStep.RefusedElsewhere<Enrolment.Details>(var problem) ->
                new EnablingStep.RefusedElsewhere<>(problem);
        };
    }

    private EnablingStep<Enrolment.Details> takeTry(String customerId, String app, EnrolmentId id, LocalDate day) {
        return QuarkusTransaction.requiringNew().call(() -> {
            customers.lock(customerId);
            Optional<Enrolment> found = enrolments.find(customerId, app, id);
            if (found.isEmpty()) {
                return EnablingStep.refused(new EnablingRefusal.Unknown());
            }
            Instant now = clock.instant();
            return switch (policy.take(found.get(), failures.on(customerId, day), now)) {
                case IdentityPolicy.Taken(var taken) -> {
                    enrolments.store(taken);
                    failures.add(customerId, day);
                    yield new EnablingStep.Done<>(taken.details());
                }
                case IdentityPolicy.TooManyToday() ->
                    EnablingStep.refused(new EnablingRefusal.TooManyIdentityChecks(bankDay.untilNext(now)));
                case IdentityPolicy.NoTryLeft() -> EnablingStep.refused(new EnablingRefusal.EnrolmentEnded());
                case IdentityPolicy.NotAwaited(var other) -> EnablingStep.refused(Steps.notAwaited(other));
            };
        });
    }

    /** Asks the directory and settles the try; gives the refusal, or nothing when the identity is proven. */
    private Optional<EnablingRefusal> proven(Enrolment.Details details, List<String> characters, LocalDate day) {
        boolean match;
        try {
            match = directory.hkidMatches(details.customerId(), details.hkidPositions(), characters);
        } catch (ProblemException unavailable) {
            giveBack(details, day);
            throw unavailable;
        }
        return QuarkusTransaction.requiringNew().call(() -> settle(details, match, day));
    }

    private Optional<EnablingRefusal> settle(Enrolment.Details details, boolean match, LocalDate day) {
        LockedCustomer customer = customers.lock(details.customerId());
        if (match) {
            failures.takeBack(customer.id(), day);
        }
        Instant now = clock.instant();
        return switch (policy.settle(Steps.reload(enrolments, details), match, now)) {
            case IdentityPolicy.Proven(var enrolment) -> {
                enrolments.store(enrolment);
                customer.drawPositionsAgain();
                yield Optional.empty();
            }
            case IdentityPolicy.Wrong(var enrolment, int triesLeft) -> {
                enrolments.store(enrolment);
                yield Optional.of(new EnablingRefusal.IdentityMismatch(triesLeft));
            }
            case IdentityPolicy.WrongOnceTooOften(var ended) -> {
                endEnrolment.end(customer, ended, now);
                yield Optional.of(new EnablingRefusal.IdentityMismatch(0));
            }
            case IdentityPolicy.TooLate(var other) -> Optional.of(Steps.notAwaited(other));
        };
    }

    private void giveBack(Enrolment.Details details, LocalDate day) {
        QuarkusTransaction.requiringNew().run(() -> {
            customers.lock(details.customerId());
            failures.takeBack(details.customerId(), day);
            enrolments.store(policy.giveBack(Steps.reload(enrolments, details)));
        });
    }
}
