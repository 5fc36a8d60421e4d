package org.mobiletoken.delivery;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A key whose events wait.
 *
 * @param waiting how many wait, the failed one included
 * @param eventId the one in front
 * @param type its type
 * @param reason why it failed; empty if it has only queued so far
 * @param since when it was parked
 */
public record ParkedKey(
        String consumer, String key, int waiting, UUID eventId, String type, Optional<String> reason, Instant since) {}
