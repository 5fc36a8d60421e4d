package org.mobiletoken.notification.reports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.notification.StaffMember;

/** A member of staff read a report, or one of its attachments. */
public record ReportRead(StaffMember by, @Nullable Integer attachment, Instant at) {}
