package org.mobiletoken.enrolment.rules;

import java.time.Instant;

/** The second key of a token, which the phone releases only after biometrics. */
public record BiometricKey(PublicJwk key, Instant since) {}
