package org.mobiletoken.enrolment;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.mobiletoken.enrolment.postgres.Authorisations;
import org.mobiletoken.enrolment.postgres.BiometricEnrolments;
import org.mobiletoken.enrolment.postgres.UsedChallenges;

/** Used challenges go once they have expired, flows a while later, so that support can still be told what became of them. */
@ApplicationScoped
public class PurgeProofs {
    /** Another replica's clock may be behind: to it the challenge is still fresh. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(10);

    private static final Duration KEPT_FOR_QUESTIONS = Duration.ofDays(30);

    private final UsedChallenges usedChallenges;
    private final BiometricEnrolments biometricEnrolments;
    private final Authorisations authorisations;
    private final Clock clock;

    PurgeProofs(
            UsedChallenges usedChallenges,
            BiometricEnrolments biometricEnrolments,
            Authorisations authorisations,
            Clock clock) {
        this.usedChallenges = usedChallenges;
        this.biometricEnrolments = biometricEnrolments;
        this.authorisations = authorisations;
        this.clock = clock;
    }

    @Scheduled(every = "10m", delayed = "1m")
    @Transactional
    public void purge() {
        Instant now = clock.instant();
        usedChallenges.deleteExpiredBefore(now.minus(CLOCKS_APART));
        biometricEnrolments.deleteExpiredBefore(now.minus(KEPT_FOR_QUESTIONS));
        authorisations.deleteExpiredBefore(now.minus(KEPT_FOR_QUESTIONS));
    }
}
