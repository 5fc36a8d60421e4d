package org.mobiletoken.notification.reports;

import java.time.Instant;
import java.util.List;

/** An opened report, with who has read it. */
public record ReportDetail(
        ReportSummary summary,
        Instant keptUntil,
        ErrorReport report,
        List<AttachmentSummary> attachments,
        List<ReportRead> reads) {

    /** What can be seen of an attachment without opening it. */
    public record AttachmentSummary(int number, AttachmentType type, int bytes) {}
}
