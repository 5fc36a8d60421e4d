package org.mobiletoken.notification.postgres;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.notification.reports.ReportDetail.AttachmentSummary;
import org.mobiletoken.notification.reports.ReportSummary;
import org.mobiletoken.notification.reports.Reporter;
import org.mobiletoken.notification.reports.SealedReport;
import org.mobiletoken.notification.reports.SealedReport.SealedAttachment;
import org.mobiletoken.notification.rules.ReportReference;

/** Error reports with their attachments; both are encrypted before they come here. */
@ApplicationScoped
public class ErrorReports implements PanacheRepositoryBase<ErrorReportRow, String> {

    private static final String ADD = """
            insert into error_report (reference, customer_id, app, client_id, device_key, received_at, attachments, content)
            values (:reference, :customer, :app, :client, :device, :now, :attachments, :content)
            on conflict on constraint error_report_pkey do nothing""";

    private static final String SUMMARY = """
            select new org.mobiletoken.notification.reports.ReportSummary(
                r.sequence, r.reference, r.customerId, r.app, r.deviceKey, r.receivedAt, r.attachments)
            from ErrorReportRow r where\s""";

    private static final String PURGE = """
            delete from error_report where reference in (
                select reference from error_report where received_at < :before order by received_at limit :slice)""";

    private static final String LOCK = "select cast(pg_advisory_xact_lock(hashtextextended(:what, 0)) as text)";

    /** One after the other counts what a gateway reports for customers who are not logged in. */
    public void lockGateway(String clientId) {
        lock("error-reports/gateway/" + clientId);
    }

    public void lockDevice(String deviceKey) {
        lock("error-reports/device/" + deviceKey);
    }

    private void lock(String what) {
        query(LOCK).setParameter("what", what).getSingleResult();
    }

    /** When the newest report of the customer but {@code number - 1} was received, if that was after {@code since}. */
    public @Nullable Instant ofCustomer(String customerId, Instant since, int number) {
        return received(number, "customerId = ?1 and receivedAt > ?2 order by receivedAt desc", customerId, since);
    }

    /** The same of a gateway's reports for nobody known. */
    public @Nullable Instant ofGateway(String clientId, Instant since, int number) {
        return received(
                number,
                "customerId is null and clientId = ?1 and receivedAt > ?2 order by receivedAt desc",
                clientId,
                since);
    }

    /** The same of a device's reports. */
    public @Nullable Instant ofDevice(String deviceKey, Instant since, int number) {
        return received(number, "deviceKey = ?1 and receivedAt > ?2 order by receivedAt desc", deviceKey, since);
    }

    private @Nullable Instant received(int number, String which, Object whose, Instant since) {
        return getEntityManager()
                .createQuery("select receivedAt from ErrorReportRow where " + which, Instant.class)
                .setParameter(1, whose)
                .setParameter(2, since)
                .setFirstResult(number - 1)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    /** False if another report has this reference. */
    public boolean add(SealedReport report) {
        Reporter reporter = report.reporter();
        boolean added = query(ADD)
                        .setParameter("reference", report.reference().text())
                        .setParameter("customer", reporter.customerId(), String.class)
                        .setParameter("app", reporter.app())
                        .setParameter("client", reporter.clientId())
                        .setParameter("device", report.deviceKey(), String.class)
                        .setParameter("now", report.receivedAt())
                        .setParameter("attachments", report.attachments().size())
                        .setParameter("content", report.content())
                        .executeUpdate()
                == 1;
        if (added) {
            report.attachments()
                    .forEach(attachment ->
                            getEntityManager().persist(ErrorReportAttachmentRow.of(report.reference(), attachment)));
        }
        return added;
    }

    /** Reports that are older than the one numbered {@code before}, newest first; of one app or one customer if given. */
    public List<ReportSummary> newestFirst(@Nullable String app, @Nullable String customerId, long before, int limit) {
        String which = "r.sequence < :before"
                + (app == null ? "" : " and r.app = :app")
                + (customerId == null ? "" : " and r.customerId = :customer");
        TypedQuery<ReportSummary> query = getEntityManager()
                .createQuery(SUMMARY + which + " order by r.sequence desc", ReportSummary.class)
                .setParameter("before", before)
                .setMaxResults(limit);
        if (app != null) {
            query.setParameter("app", app);
        }
        if (customerId != null) {
            query.setParameter("customer", customerId);
        }
        return query.getResultList();
    }

    public Optional<ReportSummary> find(ReportReference reference) {
        return getEntityManager()
                .createQuery(SUMMARY + "r.reference = :reference", ReportSummary.class)
                .setParameter("reference", reference.text())
                .getResultStream()
                .findFirst();
    }

    /** The encrypted content of a report that exists. */
    public byte[] content(ReportReference reference) {
        return getEntityManager()
                .createQuery("select content from ErrorReportRow where reference = ?1", byte[].class)
                .setParameter(1, reference.text())
                .getSingleResult();
    }

    public List<AttachmentSummary> attachments(ReportReference reference) {
        return getEntityManager()
                .createQuery("""
                        select new org.mobiletoken.notification.reports.ReportDetail$AttachmentSummary(a.number, a.type, a.bytes)
                        from ErrorReportAttachmentRow a where a.reference = ?1 order by a.number""", AttachmentSummary.class)
                .setParameter(1, reference.text())
                .getResultList();
    }

    public Optional<SealedAttachment> attachment(ReportReference reference, int number) {
        return Optional.ofNullable(getEntityManager()
                        .find(
                                ErrorReportAttachmentRow.class,
                                new ErrorReportAttachmentRow.Key(reference.text(), number)))
                .map(ErrorReportAttachmentRow::attachment);
    }

    /** Deletes up to {@code slice} of the reports received before {@code before} and says how many they were. */
    public int purge(Instant before, int slice) {
        return query(PURGE)
                .setParameter("before", before)
                .setParameter("slice", slice)
                .executeUpdate();
    }

    private NativeQuery<?> query(String sql) {
        return getEntityManager().createNativeQuery(sql).unwrap(NativeQuery.class);
    }
}
