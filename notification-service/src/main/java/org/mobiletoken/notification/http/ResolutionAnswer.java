package org.mobiletoken.notification.http;

import java.util.UUID;

/** The message is no longer in doubt. */
record ResolutionAnswer(UUID messageId, String state) {}
