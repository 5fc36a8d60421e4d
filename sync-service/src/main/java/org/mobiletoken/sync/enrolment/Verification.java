package org.mobiletoken.sync.enrolment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What came of verifying the proof of a synchronisation. */
public sealed interface Verification {
    /** Verified; the approval stands in enrolment-service until it is applied or expires. */
    record Approved(UUID approvalId, String sourceApp, Instant expiresAt) implements Verification {}

    /** Refused with a problem, which is the customer's answer as it is. */
    record Refused(
            int status,
            String problem,
            String json,
            @Nullable String retryAfter) implements Verification {}

    /** Nobody knows: the answer failed to come, or was none. An approval that may exist is never used. */
    record NoAnswer() implements Verification {}
}
