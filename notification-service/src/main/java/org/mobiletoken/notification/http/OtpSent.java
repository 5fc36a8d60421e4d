package org.mobiletoken.notification.http;

import java.time.Instant;
import java.util.UUID;

/** What the app may show of a code that is on its way. */
record OtpSent(UUID otpId, String maskedNumber, Instant expiresAt, Instant resendAt, int triesLeft) {}
