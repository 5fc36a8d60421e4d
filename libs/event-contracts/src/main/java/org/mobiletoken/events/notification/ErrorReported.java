package org.mobiletoken.events.notification;

import java.time.Instant;

/** A customer uploaded an error report; only its reference is told. The customer is empty, and the version 0, before the login. */
public record ErrorReported(String customerId, String reference, Instant at, long version)
        implements NotificationEvent {}
