package org.mobiletoken.events.enrolment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A token can be used in an app from {@code effectiveAt} on; {@code approvalId} names the synchronisation it came from. */
public record TokenEnabled(
        String customerId,
        UUID credentialId,
        UUID tokenId,
        String app,
        String keyThumbprint,
        Cause cause,
        @Nullable UUID approvalId,
        String deviceName,
        Instant enabledAt,
        Instant effectiveAt,
        long version)
        implements EnrolmentEvent {
    /** How the token came to be. */
    public enum Cause {
        ENABLED,
        SYNCHRONISED
    }
}
