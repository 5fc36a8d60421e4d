package org.mobiletoken.delivery;

import java.time.Instant;
import java.util.UUID;

/** An event as a consumer sees it: CloudEvents' attributes, where it was read, its key and its payload in UTF-8. */
@SuppressWarnings("ArrayRecordComponent")
public record IncomingEvent(
        UUID id,
        String type,
        String source,
        Instant time,
        String topic,
        int partition,
        long offset,
        String key,
        byte[] json) {}
