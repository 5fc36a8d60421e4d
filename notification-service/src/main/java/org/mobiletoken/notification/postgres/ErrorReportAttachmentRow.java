package org.mobiletoken.notification.postgres;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.mobiletoken.notification.reports.AttachmentType;
import org.mobiletoken.notification.reports.SealedReport.SealedAttachment;
import org.mobiletoken.notification.rules.ReportReference;

/** An attachment in the table. */
@Entity
@Table(name = "error_report_attachment")
@IdClass(ErrorReportAttachmentRow.Key.class)
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class ErrorReportAttachmentRow {

    record Key(String reference, int number) {}

    @Id
    String reference;

    @Id
    int number;

    @Enumerated(EnumType.STRING)
    AttachmentType type;

    int bytes;

    byte[] content;

    static ErrorReportAttachmentRow of(ReportReference reference, SealedAttachment attachment) {
        ErrorReportAttachmentRow row = new ErrorReportAttachmentRow();
        row.reference = reference.text();
        row.number = attachment.number();
        row.type = attachment.type();
        row.bytes = attachment.bytes();
        row.content = attachment.content();
        return row;
    }

    SealedAttachment attachment() {
        return new SealedAttachment(number, type, bytes, content);
    }
}
