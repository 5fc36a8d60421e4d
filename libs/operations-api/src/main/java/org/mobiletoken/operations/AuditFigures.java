package org.mobiletoken.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.mobiletoken.operations.postgres.AuditTrail;

/** How far the audit chain reaches, and how long what it lacks has been waiting. */
@ApplicationScoped
class AuditFigures {
    /** Whoever keeps this figure elsewhere sees it fall when the chain is cut. */
    @Produces
    @Singleton
    Figure sealed(AuditTrail trail) {
        return Figure.whole(
                "audit_sealed_entries",
                "Entries of the audit chain that are sealed",
                Duration.ofMinutes(1),
                () -> trail.head().position());
    }

    @Produces
    @Singleton
    Figure unsealed(SealAudit sealAudit, Clock clock) {
        return Figure.whole(
                "audit_oldest_unsealed_age_seconds",
                "How long the oldest row that is to be sealed has been waiting",
                Duration.ofMinutes(1),
                () -> sealAudit.waiting().stream()
                        .map(row -> Duration.between(row.at(), clock.instant()))
                        .mapToDouble(age -> Math.max(0, age.toMillis() / 1000.0))
                        .max()
                        .orElse(0));
    }
}
