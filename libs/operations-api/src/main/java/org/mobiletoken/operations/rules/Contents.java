package org.mobiletoken.operations.rules;

import java.time.Instant;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a selection holds.
 *
 * @param events how many it picks
 * @param known how many of them the consumer has taken over before: they will have no effect
 * @param unreadable how many are no events: they will be left out
 * @param tooOld how many are older than the inbox remembers
 * @param byType by CloudEvents type, in its order
 * @param byPartition how many in each partition
 * @param byDay how many were published on each day, in UTC
 * @param first when the first was published, and {@code last} the last; absent if there is none
 * @param fingerprint differs when any of it does
 */
public record Contents(
        long events,
        long known,
        long unreadable,
        long tooOld,
        SortedMap<String, OfType> byType,
        SortedMap<Integer, Long> byPartition,
        SortedMap<String, Long> byDay,
        @Nullable Instant first,
        @Nullable Instant last,
        String fingerprint) {

    /** How many of one type there are, and how many of them are known. */
    public record OfType(long events, long known) {}

    /** How many the handler will see for the first time. */
    public long toHandle() {
        return events - known - unreadable;
    }
}
