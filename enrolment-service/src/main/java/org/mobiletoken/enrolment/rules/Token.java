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

    public boolean isSignedBy(String thumbprint) {
        return key.thumbprint().equals(thumbprint);
    }
}
