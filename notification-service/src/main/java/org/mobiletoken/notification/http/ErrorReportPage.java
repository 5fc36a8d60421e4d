package org.mobiletoken.notification.http;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.notification.reports.ReportSummary;

/** A page of error reports; {@code before} asks for the next one and is absent on the last. */
record ErrorReportPage(
        List<ErrorReportItem> reports, @Nullable Long before) {

    /** A report that is not opened; the customer is absent if nobody was logged in. */
    record ErrorReportItem(
            String reference, String app, @Nullable String customerId, Instant receivedAt, int attachments) {}

    /** {@code found} is one more than {@code limit} if there is another page. */
    static ErrorReportPage of(List<ReportSummary> found, int limit) {
        List<ReportSummary> page = found.stream().limit(limit).toList();
        return new ErrorReportPage(
                page.stream().map(ErrorReportPage::item).toList(),
                found.size() > limit ? page.getLast().sequence() : null);
    }

    private static ErrorReportItem item(ReportSummary report) {
        return new ErrorReportItem(
                report.reference(), report.app(), report.customerId(), report.receivedAt(), report.attachments());
    }
}
