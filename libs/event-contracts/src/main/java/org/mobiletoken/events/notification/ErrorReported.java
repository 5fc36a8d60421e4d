package org.mobiletoken.events.notification;

import java.time.Instant;

/** A customer uploaded an error report; only its reference is told. */
public record ErrorReported(String customerId, String reference, Instant at, long version)
        implements NotificationEvent {}
