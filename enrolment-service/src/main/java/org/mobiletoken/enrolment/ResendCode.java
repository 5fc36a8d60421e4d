package org.mobiletoken.enrolment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.mobiletoken.enrolment.neighbours.Lockout;
import org.mobiletoken.enrolment.neighbours.OneTimeCodes.Sent;
import org.mobiletoken.enrolment.postgres.Enrolments;
import org.mobiletoken.enrolment.rules.EnablingRefusal;
import org.mobiletoken.enrolment.rules.Enrolment;
import org.mobiletoken.enrolment.rules.Enrolment.AwaitingCode;
import org.mobiletoken.enrolment.rules.EnrolmentId;
import org.mobiletoken.enrolment.rules.Freeze;

/** Another code on request, as often and as soon as notification-service allows, and none for a frozen customer. */
@ApplicationScoped
public class ResendCode {

    private final Lockout lockout;
    private final Enrolments enrolments;
    private final SendCode sendCode;
    private final Clock clock;

    ResendCode(Lockout lockout, Enrolments enrolments, SendCode sendCode, Clock clock) {
        this.lockout = lockout;
        this.enrolments = enrolments;
        this.sendCode = sendCode;
        this.clock = clock;
    }

    public EnablingStep<Sent> resend(String customerId, String app, EnrolmentId id) {
        Optional<Freeze> freeze = lockout.freezeOf(customerId);
        if (freeze.isPresent()) {
            return EnablingStep.refused(new EnablingRefusal.Frozen(freeze.get()));
        }
        Optional<Enrolment> found = QuarkusTransaction.requiringNew().call(() -> enrolments.find(customerId, app, id));
        if (found.isEmpty()) {
            return EnablingStep.refused(new EnablingRefusal.Unknown());
        }
        Enrolment enrolment = found.get().at(clock.instant());
        return enrolment instanceof AwaitingCode
                ? sendCode.send(enrolment.details())
                : EnablingStep.refused(Steps.notAwaited(enrolment));
    }
}
