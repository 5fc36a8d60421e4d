package org.mobiletoken.lockout.rules;

import java.util.UUID;

/** What was reserved, for which token, and by which client; only that client may settle it. */
public record AttemptDetails(AttemptId id, String app, Purpose purpose, UUID tokenId, String reserver) {}
