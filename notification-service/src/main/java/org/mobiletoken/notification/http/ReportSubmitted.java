package org.mobiletoken.notification.http;

import java.time.Instant;

/** What the app shows of a report that was taken: the reference is what the customer quotes to the hotline. */
record ReportSubmitted(String reference, Instant receivedAt, Instant keptUntil) {}
