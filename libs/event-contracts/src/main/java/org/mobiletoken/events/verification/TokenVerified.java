package org.mobiletoken.events.verification;

import java.time.Instant;
import java.util.UUID;

/** A proof was accepted. Kept on its topic for seven days only. */
public record TokenVerified(
        String customerId,
        UUID tokenId,
        String app,
        String purpose,
        Method method,
        UUID challengeId,
        Instant at,
        long version)
        implements VerificationEvent {
    /** Which factor released the key. */
    public enum Method {
        PASSCODE,
        BIOMETRIC
    }
}
