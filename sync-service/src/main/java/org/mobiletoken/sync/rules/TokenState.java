package org.mobiletoken.sync.rules;

import java.time.Instant;
import java.util.UUID;

/** What is known here of the token of one app, as of the version of the event that told it last. */
public record TokenState(
        String app,
        UUID tokenId,
        UUID credentialId,
        String keyThumbprint,
        boolean enabled,
        Instant effectiveAt,
        boolean biometric,
        long version) {

    /** An event that is not newer than what is known tells nothing new. */
    public boolean isOlderThan(long eventVersion) {
        return version < eventVersion;
    }

    public TokenState disabled(long eventVersion) {
        return new TokenState(app, tokenId, credentialId, keyThumbprint, false, effectiveAt, false, eventVersion);
    }

    public TokenState biometric(boolean on, long eventVersion) {
        return new TokenState(app, tokenId, credentialId, keyThumbprint, enabled, effectiveAt, on, eventVersion);
    }
}
