package org.mobiletoken.enrolment;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.mobiletoken.enrolment.postgres.Approvals;
import org.mobiletoken.enrolment.postgres.Enrolments;
import org.mobiletoken.enrolment.postgres.IdentityFailures;
import org.mobiletoken.enrolment.rules.BankDay;

/** Flows that ended long ago are deleted; what they led to stands in the history. */
@ApplicationScoped
public class ForgetFlows {

    private final Enrolments enrolments;
    private final Approvals approvals;
    private final IdentityFailures failures;
    private final RetentionSettings settings;
    private final BankDay bankDay;
    private final Clock clock;

    ForgetFlows(
            Enrolments enrolments,
            Approvals approvals,
            IdentityFailures failures,
            RetentionSettings settings,
            BankDay bankDay,
            Clock clock) {
        this.enrolments = enrolments;
        this.approvals = approvals;
        this.failures = failures;
        this.settings = settings;
        this.bankDay = bankDay;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    public void forget() {
        Instant before = clock.instant().minus(settings.flows());
        enrolments.deleteExpiredBefore(before);
        approvals.deleteExpiredBefore(before);
        failures.deleteBefore(bankDay.of(before));
    }
}
