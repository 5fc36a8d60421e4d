package org.mobiletoken.notification.reports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;
import org.mobiletoken.notification.postgres.SealedParts;
import org.mobiletoken.notification.postgres.SealedParts.Part;
import org.mobiletoken.notification.rules.ReportReference;

/** Once the keyset has a new primary key, every error report is encrypted anew with it, so that the old key can go. */
@ApplicationScoped
public class ReencryptReports {
    private static final Logger LOG = Logger.getLogger(ReencryptReports.class);

    /** A part is up to five megabytes. */
    private static final int SLICE = 5;

    private final SealedParts parts;
    private final ReportCipher cipher;

    ReencryptReports(SealedParts parts, ReportCipher cipher) {
        this.parts = parts;
        this.cipher = cipher;
    }

    @Scheduled(
            identity = "reports-reencrypt",
            every = "${mobile-token.reports.reencrypt-every:10m}",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void reencrypt() {
        int done = 0;
        Part last = Part.BEGINNING;
        for (List<Part> slice = slice(last); !slice.isEmpty(); slice = slice(last)) {
            done += (int) slice.stream().filter(this::reencrypt).count();
            last = slice.getLast();
        }
        if (done > 0) {
            LOG.infof("%d parts of error reports are encrypted under the new primary key of the keyset", done);
        }
    }

    private List<Part> slice(Part after) {
        return QuarkusTransaction.requiringNew().call(() -> parts.unlessUnder(cipher.prefix(), after, SLICE));
    }

    private boolean reencrypt(Part part) {
        try {
            byte[] content = cipher.reencrypt(new ReportReference(part.reference()), part.number(), part.content());
            QuarkusTransaction.requiringNew().run(() -> parts.replace(part, content));
            return true;
        } catch (IllegalStateException e) {
            LOG.errorf(
                    "No key of the keyset opens part %d of error report %s: put back the key that it was encrypted with",
                    part.number(), part.reference());
            return false;
        }
    }
}
