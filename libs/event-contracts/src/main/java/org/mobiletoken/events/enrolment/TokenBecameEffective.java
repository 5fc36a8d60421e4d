package org.mobiletoken.events.enrolment;

import java.time.Instant;
import java.util.UUID;

/** The cooling-off of a token is over. It decides nothing: {@code effectiveAt} does. */
public record TokenBecameEffective(
        String customerId, UUID credentialId, UUID tokenId, String app, Instant effectiveAt, long version)
        implements EnrolmentEvent {}
