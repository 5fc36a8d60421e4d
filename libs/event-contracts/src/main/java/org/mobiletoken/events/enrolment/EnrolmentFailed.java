package org.mobiletoken.events.enrolment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An enrolment ended without a token; with {@code approvalId}, a synchronisation that could not be applied. */
public record EnrolmentFailed(
        String customerId,
        @Nullable UUID enrolmentId,
        @Nullable UUID approvalId,
        String app,
        String reason,
        Instant at,
        long version)
        implements EnrolmentEvent {}
