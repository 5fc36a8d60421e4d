package org.mobiletoken.events.enrolment;

import java.time.Instant;
import java.util.UUID;

/** The customer proved a high-risk transaction; only its id and kind are told. */
public record TransactionAuthorised(
        String customerId,
        UUID tokenId,
        String app,
        UUID authorisationId,
        String transactionType,
        Instant at,
        long version)
        implements EnrolmentEvent {}
