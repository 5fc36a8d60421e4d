package org.mobiletoken.events.enrolment;

import java.time.Instant;
import java.util.UUID;

/** A token and its keys verify nothing any more; {@code biometricEnded} tells whether biometric login went with it. */
public record TokenDisabled(
        String customerId,
        UUID credentialId,
        UUID tokenId,
        String app,
        Cause cause,
        String deviceName,
        boolean biometricEnded,
        Instant disabledAt,
        long version)
        implements EnrolmentEvent {
    /** Who or what ended the token. */
    public enum Cause {
        CUSTOMER,
        LINKED_APP_DISABLED,
        DEVICE_REPLACED,
        BANK
    }
}
