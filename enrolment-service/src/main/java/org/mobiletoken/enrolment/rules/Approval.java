package org.mobiletoken.enrolment.rules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A customer's proven wish to enable a second app on the same device; used once, and before it expires. */
public record Approval(
        ApprovalId id,
        String customerId,
        CredentialId credential,
        TokenId sourceToken,
        String sourceApp,
        String targetApp,
        PublicJwk targetKey,
        String deviceName,
        Instant approvedAt,
        Instant expiresAt,
        @Nullable Instant consumedAt) {}
