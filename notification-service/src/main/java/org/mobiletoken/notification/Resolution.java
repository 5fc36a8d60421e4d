package org.mobiletoken.notification;

import java.time.Instant;
import org.mobiletoken.notification.rules.Verdict;

/** What operations decided about a message of unknown fate, why, and with which reference of their own records. */
public record Resolution(Verdict verdict, String reason, String reference, StaffMember by, Instant at) {}
