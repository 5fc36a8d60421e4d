package org.mobiletoken.events.notification;

import java.time.Instant;
import java.util.UUID;

/** A message will not reach the customer. */
public record MessageFailed(
        String customerId, UUID messageId, String template, Channel channel, String reason, Instant at, long version)
        implements NotificationEvent {}
