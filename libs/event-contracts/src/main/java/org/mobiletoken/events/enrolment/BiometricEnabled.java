package org.mobiletoken.events.enrolment;

import java.time.Instant;
import java.util.UUID;

/** Biometric login was turned on for a token. */
public record BiometricEnabled(String customerId, UUID credentialId, UUID tokenId, String app, Instant at, long version)
        implements EnrolmentEvent {}
