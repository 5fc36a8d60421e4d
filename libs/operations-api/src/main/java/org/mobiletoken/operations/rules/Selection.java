package org.mobiletoken.operations.rules;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which events of a topic a replay shall hand to which consumer; what is left out narrows nothing.
 *
 * @param partitions these only; empty: all
 * @param fromOffset the first offset, of the one partition named
 * @param toOffset the offset after the last one, of the one partition named
 * @param since published at this time or later
 * @param until published before this time
 * @param key of this key only
 * @param types of these CloudEvents types only; empty: all
 */
public record Selection(
        String consumer,
        String topic,
        List<Integer> partitions,
        @Nullable Long fromOffset,
        @Nullable Long toOffset,
        @Nullable Instant since,
        @Nullable Instant until,
        @Nullable String key,
        List<String> types) {

    public boolean picks(@Nullable String recordKey, String type, Instant publishedAt) {
        return (key == null || key.equals(recordKey))
                && (types.isEmpty() || types.contains(type))
                && (since == null || !publishedAt.isBefore(since))
                && (until == null || publishedAt.isBefore(until));
    }
}
