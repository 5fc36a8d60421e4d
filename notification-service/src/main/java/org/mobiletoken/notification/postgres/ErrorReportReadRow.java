package org.mobiletoken.notification.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.notification.StaffMember;
import org.mobiletoken.notification.reports.ReportRead;
import org.mobiletoken.notification.rules.ReportReference;

/** That somebody read a report, in the table. */
@Entity
@Table(name = "error_report_read")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class ErrorReportReadRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "read_id")
    @Nullable
    Long readId;

    String reference;

    @Nullable
    Integer attachment;

    @Column(name = "read_by")
    String readBy;

    @Column(name = "read_by_name")
    String readByName;

    @Column(name = "read_at")
    Instant readAt;

    static ErrorReportReadRow of(ReportReference reference, ReportRead read) {
        ErrorReportReadRow row = new ErrorReportReadRow();
        row.reference = reference.text();
        row.attachment = read.attachment();
        row.readBy = read.by().subject();
        row.readByName = read.by().name();
        row.readAt = read.at();
        return row;
    }

    ReportRead read() {
        return new ReportRead(new StaffMember(readBy, readByName), attachment, readAt);
    }
}
