package org.mobiletoken.notification.reports;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.notification.rules.ReportReference;

/** A report that is ready to be stored. */
@SuppressWarnings("ArrayRecordComponent")
public record SealedReport(
        ReportReference reference,
        Reporter reporter,
        @Nullable String deviceKey,
        Instant receivedAt,
        byte[] content,
        List<SealedAttachment> attachments) {

    /** An attachment that is ready to be stored; {@code bytes} is the length of what was encrypted. */
    @SuppressWarnings("ArrayRecordComponent")
    public record SealedAttachment(int number, AttachmentType type, int bytes, byte[] content) {}
}
