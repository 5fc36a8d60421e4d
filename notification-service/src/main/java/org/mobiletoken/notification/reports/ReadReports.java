package org.mobiletoken.notification.reports;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.notification.StaffMember;
import org.mobiletoken.notification.postgres.ErrorReports;
import org.mobiletoken.notification.postgres.ReportReads;
import org.mobiletoken.notification.rules.ReportReference;

/** Opens reports for the people who help the customer; whoever opens one, or an attachment, is written down with it. */
@ApplicationScoped
public class ReadReports {

    private final ErrorReports reports;
    private final ReportReads reads;
    private final ReportCipher cipher;
    private final ObjectMapper json;
    private final Clock clock;
    private final ReportSettings settings;

    public ReadReports(
            ErrorReports reports,
            ReportReads reads,
            ReportCipher cipher,
            ObjectMapper json,
            Clock clock,
            ReportSettings settings) {
        this.reports = reports;
        this.reads = reads;
        this.cipher = cipher;
        this.json = json;
        this.clock = clock;
        this.settings = settings;
    }

    /** Reports that are older than the one numbered {@code before}, newest first. */
    @Transactional
    public List<ReportSummary> newestFirst(@Nullable String app, @Nullable String customerId, long before, int limit) {
        return reports.newestFirst(app, customerId, before, limit);
    }

    @Transactional
    public Optional<ReportDetail> read(ReportReference reference, StaffMember by) {
        return reports.find(reference).map(summary -> {
            reads.add(reference, new ReportRead(by, null, clock.instant()));
            return new ReportDetail(
                    summary,
                    summary.receivedAt().plus(settings.keep()),
                    opened(reference),
                    reports.attachments(reference),
                    reads.of(reference));
        });
    }

    @Transactional
    public Optional<Attachment> readAttachment(ReportReference reference, int number, StaffMember by) {
        return reports.attachment(reference, number).map(stored -> {
            reads.add(reference, new ReportRead(by, number, clock.instant()));
            return new Attachment(stored.type(), cipher.decrypt(reference, number, stored.content()));
        });
    }

    private ErrorReport opened(ReportReference reference) {
        byte[] content = cipher.decrypt(reference, ReportCipher.REPORT, reports.content(reference));
        try {
            return json.readValue(content, ErrorReport.class);
        } catch (IOException e) {
            throw new UncheckedIOException("A stored error report is not readable", e);
        }
    }
}
