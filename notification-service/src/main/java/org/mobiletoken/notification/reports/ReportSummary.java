package org.mobiletoken.notification.reports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What can be seen of a report without opening it. */
public record ReportSummary(
        long sequence,
        String reference,
        @Nullable String customerId,
        String app,
        @Nullable String deviceKey,
        Instant receivedAt,
        int attachments) {}
