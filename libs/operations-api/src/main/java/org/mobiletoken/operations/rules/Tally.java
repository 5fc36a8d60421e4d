package org.mobiletoken.operations.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts what a selection holds, event by event. The order of the partitions does not matter, that within one does. */
public final class Tally {
    /** How an event stands with the consumer. */
    public enum Standing {
        NEW,
        KNOWN,
        UNREADABLE
    }

    /** One event that the selection picks. */
    public record Picked(
            int partition,
            long offset,
            @Nullable UUID id,
            String type,
            Instant publishedAt,
            Standing standing,
            boolean tooOld) {}

    private final SortedMap<Integer, MessageDigest> digests = new TreeMap<>();
    private final SortedMap<String, Contents.OfType> byType = new TreeMap<>();
    private final SortedMap<Integer, Long> byPartition = new TreeMap<>();
    private final SortedMap<String, Long> byDay = new TreeMap<>();
    private long events;
    private long known;
    private long unreadable;
    private long tooOld;
    private @Nullable Instant first;
    private @Nullable Instant last;

    public void add(Picked event) {
        long isKnown = event.standing() == Standing.KNOWN ? 1 : 0;
        events++;
        known += isKnown;
        unreadable += event.standing() == Standing.UNREADABLE ? 1 : 0;
        tooOld += event.tooOld() ? 1 : 0;
        byType.merge(event.type(), new Contents.OfType(1, isKnown), Tally::sum);
        byPartition.merge(event.partition(), 1L, Long::sum);
        byDay.merge(event.publishedAt().atOffset(ZoneOffset.UTC).toLocalDate().toString(), 1L, Long::sum);
        Instant at = event.publishedAt();
        first = first == null || at.isBefore(first) ? at : first;
        last = last == null || at.isAfter(last) ? at : last;
        digests.computeIfAbsent(event.partition(), _ -> Sha256.begin())
                .update((event.offset() + " " + event.id() + " " + event.standing() + "\n").getBytes(UTF_8));
    }

    /** What has been added; nothing may be added afterwards. */
    public Contents contents() {
        MessageDigest all = Sha256.begin();
        digests.forEach((partition, digest) -> {
            all.update((partition + " ").getBytes(UTF_8));
            all.update(digest.digest());
        });
        String fingerprint = HexFormat.of().formatHex(all.digest());
        return new Contents(events, known, unreadable, tooOld, byType, byPartition, byDay, first, last, fingerprint);
    }

    private static Contents.OfType sum(Contents.OfType one, Contents.OfType other) {
        return new Contents.OfType(one.events() + other.events(), one.known() + other.known());
    }
}
