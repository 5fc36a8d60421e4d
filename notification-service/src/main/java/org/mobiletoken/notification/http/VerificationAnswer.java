package org.mobiletoken.notification.http;

/** The code was right; there is no other answer of this form. */
record VerificationAnswer(boolean verified) {}
