package org.mobiletoken.notification.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.notification.reports.ErrorReport;
import org.mobiletoken.notification.reports.ReportDetail;
import org.mobiletoken.notification.reports.ReportRead;
import org.mobiletoken.notification.reports.ReportSummary;

/** An opened error report, redacted when it came, with who of the staff has read it. */
record ErrorReportDetail(
        String reference,
        String app,
        @Nullable String customerId,
        @Nullable String deviceKey,
        Instant receivedAt,
        Instant keptUntil,
        Instant occurredAt,
        String description,
        String appVersion,
        String deviceModel,
        String operatingSystem,
        Map<String, String> diagnostics,
        List<AttachmentItem> attachments,
        List<ReadItem> reads) {

    /** An attachment that is not opened. */
    record AttachmentItem(int number, String type, int bytes) {}

    /** A member of staff opened the report, or the attachment of this number. */
    record ReadItem(
            String readBy,
            String name,
            Instant readAt,
            @Nullable Integer attachment) {}

    static ErrorReportDetail of(ReportDetail detail) {
        ReportSummary summary = detail.summary();
        ErrorReport report = detail.report();
        return new ErrorReportDetail(
                summary.reference(),
                summary.app(),
                summary.customerId(),
                summary.deviceKey(),
                summary.receivedAt(),
                detail.keptUntil(),
                report.occurredAt(),
                report.description(),
                report.appVersion(),
                report.deviceModel(),
                report.operatingSystem(),
                report.diagnostics(),
                detail.attachments().stream()
                        .map(a -> new AttachmentItem(a.number(), a.type().mediaType(), a.bytes()))
                        .toList(),
                detail.reads().stream().map(ErrorReportDetail::read).toList());
    }

    private static ReadItem read(ReportRead read) {
        return new ReadItem(read.by().subject(), read.by().name(), read.at(), read.attachment());
    }
}
