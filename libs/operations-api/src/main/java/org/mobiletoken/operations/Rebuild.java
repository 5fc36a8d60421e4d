package org.mobiletoken.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.operations.rules.Pace;
import org.mobiletoken.operations.rules.RebuildState;

/** A rebuild of a projection, with how far it is in each partition. */
public record Rebuild(
        UUID id,
        String projection,
        String topic,
        RebuildState state,
        String author,
        Instant plannedAt,
        @Nullable Grounds grounds,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String swappedBy,
        @Nullable String note,
        List<Part> parts) {

    /** The offsets of one partition, the end not included, and the next to be applied. */
    public record Part(int partition, long first, long next, long end) {}

    public long total() {
        return parts.stream().mapToLong(part -> part.end() - part.first()).sum();
    }

    public long done() {
        return parts.stream().mapToLong(part -> part.next() - part.first()).sum();
    }

    /** How long the rest takes at the speed so far, while it runs. */
    public Optional<Duration> timeLeft(Instant now) {
        return state != RebuildState.RUNNING || startedAt == null
                ? Optional.empty()
                : Pace.timeLeft(done(), total(), Duration.between(startedAt, now));
    }
}
