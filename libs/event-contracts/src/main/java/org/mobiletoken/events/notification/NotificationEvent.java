package org.mobiletoken.events.notification;

import org.mobiletoken.events.Event;

/** What notification-service says of messages and error reports. */
public sealed interface NotificationEvent extends Event permits MessageAccepted, MessageFailed, ErrorReported {}
