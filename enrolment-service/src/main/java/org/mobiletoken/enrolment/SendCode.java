package org.mobiletoken.enrolment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.mobiletoken.enrolment.neighbours.OneTimeCodes;
import org.mobiletoken.enrolment.neighbours.OneTimeCodes.NotSent;
import org.mobiletoken.enrolment.neighbours.OneTimeCodes.Sent;
import org.mobiletoken.enrolment.postgres.Customers;
import org.mobiletoken.enrolment.postgres.Enrolments;
import org.mobiletoken.enrolment.rules.Enrolment;
import org.mobiletoken.enrolment.rules.Enrolment.AwaitingCode;
import org.mobiletoken.http.Problem;

/** A code goes out for an enrolment that awaits one, and only the newest code counts. */
@ApplicationScoped
class SendCode {

    private static final String PURPOSE = "enrolment";

    private final OneTimeCodes codes;
    private final Customers customers;
    private final Enrolments enrolments;
    private final Clock clock;

    SendCode(OneTimeCodes codes, Customers customers, Enrolments enrolments, Clock clock) {
        this.codes = codes;
        this.customers = customers;
        this.enrolments = enrolments;
        this.clock = clock;
    }

    EnablingStep<Sent> send(Enrolment.Details details) {
        return switch (codes.send(
                details.customerId(),
                PURPOSE,
                details.id().value(),
                details.request().app())) {
            case NotSent(Problem problem) -> new EnablingStep.RefusedElsewhere<>(problem);
            case Sent sent -> QuarkusTransaction.requiringNew().call(() -> remember(details, sent));
        };
    }

    private EnablingStep<Sent> remember(Enrolment.Details details, Sent sent) {
        customers.lock(details.customerId());
        Enrolment enrolment = Steps.reload(enrolments, details).at(clock.instant());
        if (!(enrolment instanceof AwaitingCode)) {
            return EnablingStep.refused(Steps.notAwaited(enrolment));
        }
        enrolments.store(new AwaitingCode(enrolment.details(), sent.otpId()));
        return new EnablingStep.Done<>(sent);
    }
}
