package org.mobiletoken.events.notification;

import java.time.Instant;
import java.util.UUID;

/** The message centre took a message over. */
public record MessageAccepted(
        String customerId, UUID messageId, String template, Channel channel, Instant at, long version)
        implements NotificationEvent {}
