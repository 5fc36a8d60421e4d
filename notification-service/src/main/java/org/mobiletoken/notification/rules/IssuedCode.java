package org.mobiletoken.notification.rules;

import java.time.Instant;
import java.util.UUID;

/** A code as it is remembered: everything but its digits. */
public record IssuedCode(
        UUID otpId, Flow flow, CodeState state, int wrongEntries, Instant issuedAt, Instant expiresAt) {

    boolean costsAllowance() {
        return state != CodeState.FAILED;
    }

    boolean verifiable(Instant now) {
        return state == CodeState.ACTIVE && now.isBefore(expiresAt);
    }
}
