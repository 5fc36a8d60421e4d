package org.mobiletoken.notification.reports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.notification.messaging.ReportEvents;
import org.mobiletoken.notification.postgres.Customers;
import org.mobiletoken.notification.postgres.ErrorReports;
import org.mobiletoken.notification.reports.SealedReport.SealedAttachment;
import org.mobiletoken.notification.rules.ReportReference;

/** Takes a report in: redacted and encrypted before it is stored, under a reference that nobody can guess. */
@ApplicationScoped
public class SubmitReport {

    /** What became of a report. */
    public sealed interface Result {
        record Submitted(ReportReference reference, Instant receivedAt, Instant keptUntil) implements Result {}

        record TooMany(Instant freeAgainAt) implements Result {}
    }

    private final ReportQuota quota;
    private final ReportCipher cipher;
    private final ErrorReports reports;
    private final Customers customers;
    private final ReportEvents events;
    private final ObjectMapper json;
    private final Clock clock;
    private final ReportSettings settings;
    private final SecureRandom random = new SecureRandom();

    public SubmitReport(
            ReportQuota quota,
            ReportCipher cipher,
            ErrorReports reports,
            Customers customers,
            ReportEvents events,
            ObjectMapper json,
            Clock clock,
            ReportSettings settings) {
        this.quota = quota;
        this.cipher = cipher;
        this.reports = reports;
        this.customers = customers;
        this.events = events;
        this.json = json;
        this.clock = clock;
        this.settings = settings;
    }

    public Result submit(
            Reporter reporter, @Nullable String deviceKey, ErrorReport report, List<Attachment> attachments) {
        byte[] content = written(report.redacted(settings.longestDiagnostic()));
        Optional<Result> result;
        do {
            SealedReport ready = seal(reporter, deviceKey, content, attachments);
            result = QuarkusTransaction.requiringNew().call(() -> store(ready));
        } while (result.isEmpty()); // another report has that reference
        return result.get();
    }

    private SealedReport seal(
            Reporter reporter, @Nullable String deviceKey, byte[] content, List<Attachment> attachments) {
        ReportReference reference = ReportReference.random(random);
        List<SealedAttachment> ready = IntStream.rangeClosed(1, attachments.size())
                .mapToObj(number -> seal(reference, number, attachments.get(number - 1)))
                .toList();
        return new SealedReport(
                reference,
                reporter,
                deviceKey,
                clock.instant(),
                cipher.encrypt(reference, ReportCipher.REPORT, content),
                ready);
    }

    private SealedAttachment seal(ReportReference reference, int number, Attachment attachment) {
        return new SealedAttachment(
                number,
                attachment.type(),
                attachment.content().length,
                cipher.encrypt(reference, number, attachment.content()));
    }

    private Optional<Result> store(SealedReport report) {
        Reporter reporter = report.reporter();
        Optional<Instant> freeAgainAt = quota.freeAgainAt(reporter, report.deviceKey(), report.receivedAt());
        if (freeAgainAt.isPresent()) {
            return freeAgainAt.map(Result.TooMany::new);
        }
        if (!reports.add(report)) {
            return Optional.empty();
        }
        String customerId = reporter.customerId();
        if (customerId == null) {
            events.reportedBeforeLogin(report.reference(), report.receivedAt());
        } else {
            events.reported(customerId, report.reference(), report.receivedAt(), customers.nextVersion(customerId));
        }
        return Optional.of(new Result.Submitted(
                report.reference(), report.receivedAt(), report.receivedAt().plus(settings.keep())));
    }

    private byte[] written(ErrorReport report) {
        try {
            return json.writeValueAsBytes(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An error report is plain JSON", e);
        }
    }
}
