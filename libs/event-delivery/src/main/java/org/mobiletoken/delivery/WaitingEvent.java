package org.mobiletoken.delivery;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An event of a parked key, without its payload.
 *
 * @param time when it happened
 * @param reason why it failed; empty if it only queues
 * @param since when it was parked
 */
public record WaitingEvent(
        UUID eventId,
        String type,
        Instant time,
        String topic,
        int partition,
        long offset,
        Optional<String> reason,
        Instant since) {}
