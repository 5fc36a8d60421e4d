package org.mobiletoken.notification.reports;

import org.jspecify.annotations.Nullable;

/** Who reports an error: the customer of a session, or nobody known before the login, through the gateway of an app. */
public record Reporter(@Nullable String customerId, String app, String clientId) {}
