package org.mobiletoken.notification.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.mobiletoken.notification.postgres.SealedParts;
import org.mobiletoken.operations.Figure;

/** How many parts of error reports still need a key of the keyset that is not the primary one. */
@ApplicationScoped
class ReportFigures {
    @Produces
    @Singleton
    Figure underOldKeys(SealedParts parts, ReportCipher cipher) {
        return Figure.underOldKeys(
                "error_reports", Duration.ofMinutes(10), () -> parts.countUnlessUnder(cipher.prefix()));
    }
}
