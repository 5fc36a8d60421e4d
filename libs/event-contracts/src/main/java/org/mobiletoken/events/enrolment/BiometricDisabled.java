package org.mobiletoken.events.enrolment;

import java.time.Instant;
import java.util.UUID;

/** The customer turned biometric login off. */
public record BiometricDisabled(
        String customerId, UUID credentialId, UUID tokenId, String app, Instant at, long version)
        implements EnrolmentEvent {}
