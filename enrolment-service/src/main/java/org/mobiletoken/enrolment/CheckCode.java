package org.mobiletoken.enrolment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.mobiletoken.enrolment.neighbours.OneTimeCodes;
import org.mobiletoken.enrolment.postgres.Customers;
import org.mobiletoken.enrolment.postgres.Enrolments;
import org.mobiletoken.enrolment.postgres.LockedCustomer;
import org.mobiletoken.enrolment.rules.EnablingRefusal;
import org.mobiletoken.enrolment.rules.Enrolment;
import org.mobiletoken.enrolment.rules.Enrolment.AwaitingCode;
import org.mobiletoken.enrolment.rules.Enrolment.AwaitingPasscode;
import org.mobiletoken.enrolment.rules.Enrolment.EndReason;
import org.mobiletoken.enrolment.rules.Enrolment.Ended;
import org.mobiletoken.enrolment.rules.EnrolmentId;
import org.mobiletoken.http.Problem;

/** The code that notification-service sent last opens the way to the passcode; its last wrong try ends the enrolment. */
@ApplicationScoped
public class CheckCode {

    private final OneTimeCodes codes;
    private final Customers customers;
    private final Enrolments enrolments;
    private final EndEnrolment endEnrolment;
    private final Clock clock;

    CheckCode(OneTimeCodes codes, Customers customers, Enrolments enrolments, EndEnrolment endEnrolment, Clock clock) {
        this.codes = codes;
        this.customers = customers;
        this.enrolments = enrolments;
        this.endEnrolment = endEnrolment;
        this.clock = clock;
    }

    public EnablingStep<AwaitingPasscode> check(String customerId, String app, EnrolmentId id, String code) {
        Optional<Enrolment> found = QuarkusTransaction.requiringNew().call(() -> enrolments.find(customerId, app, id));
        if (found.isEmpty()) {
            return EnablingStep.refused(new EnablingRefusal.Unknown());
        }
        Enrolment enrolment = found.get().at(clock.instant());
        if (!(enrolment instanceof AwaitingCode awaiting) || awaiting.otpId() == null) {
            return EnablingStep.refused(Steps.notAwaited(enrolment));
        }
        return switch (codes.check(awaiting.otpId(), customerId, code)) {
            case OneTimeCodes.Right() -> goOn(awaiting.details());
            case OneTimeCodes.Wrong(int triesLeft) -> {
                if (triesLeft <= 0) {
                    end(awaiting.details());
                }
                yield EnablingStep.refused(new EnablingRefusal.WrongCode(triesLeft));
            }
            case OneTimeCodes.NoLongerChecked(Problem problem) -> new EnablingStep.RefusedElsewhere<>(problem);
        };
    }

    private EnablingStep<AwaitingPasscode> goOn(Enrolment.Details details) {
        return QuarkusTransaction.requiringNew().call(() -> {
            customers.lock(details.customerId());
            Enrolment enrolment = Steps.reload(enrolments, details).at(clock.instant());
            if (!(enrolment instanceof AwaitingCode)) {
                return EnablingStep.refused(Steps.notAwaited(enrolment));
            }
            AwaitingPasscode next = new AwaitingPasscode(details);
            enrolments.store(next);
            return new EnablingStep.Done<>(next);
        });
    }

    private void end(Enrolment.Details details) {
        QuarkusTransaction.requiringNew().run(() -> {
            LockedCustomer customer = customers.lock(details.customerId());
            Instant now = clock.instant();
            if (Steps.reload(enrolments, details).at(now) instanceof AwaitingCode) {
                endEnrolment.end(customer, new Ended(details, EndReason.CODE_NOT_PROVEN), now);
            }
        });
    }
}
