package org.mobiletoken.enrolment.rules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the tokens of one device share: the passcode; once it has ended, so have all its tokens. */
public record Credential(
        CredentialId id,
        String customerId,
        String passcodeVerifier,
        Instant createdAt,
        @Nullable Instant endedAt) {

    public boolean isLive() {
        return endedAt == null;
    }
}
