package org.mobiletoken.enrolment.rules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A live token: neither it nor its credential has ended. */
public record Token(
        TokenId id,
        String customerId,
        CredentialId credential,
        String app,
        PublicJwk key,
        String deviceName,
        @Nullable BiometricKey biometric,
        Instant enabledAt,
        Instant effectiveAt) {

    /** Whether the device key has this thumbprint; no key has none. */
    public boolean isSignedBy(@Nullable String thumbprint) {
        return key.thumbprint().equals(thumbprint);
    }
}
