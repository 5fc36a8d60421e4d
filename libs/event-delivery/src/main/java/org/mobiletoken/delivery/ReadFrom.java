package org.mobiletoken.delivery;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * After which id the outbox is read. Its beginning is mostly pages of deleted rows, so the ids that were met before a deletion are
 * left out once every transaction has ended that began before it: nobody else can still commit such an id. Everything is
 * read once a second all the same, since a transaction takes its ids before it has a number.
 */
final class ReadFrom {
    private static final long TURN = Duration.ofSeconds(1).toNanos();

    /** The highest id that was met before the transaction with this number. */
    private record Met(long id, long before) {}

    private final LongSupplier nanos;
    private long turnedAt;
    private long highest;
    private long after;
    private @Nullable Met met;

    /** @param nanos a clock that only runs forward */
    ReadFrom(LongSupplier nanos) {
        this.nanos = nanos;
        this.turnedAt = nanos.getAsLong() - TURN;
    }

    /** The id after which to read now; 0 for all. */
    long next() {
        long now = nanos.getAsLong();
        if (now - turnedAt < TURN) {
            return after;
        }
        turnedAt = now;
        return 0;
    }

    /** Notes what was read after {@link #next}. */
    void read(OutboxReading reading) {
        if (!reading.rows().isEmpty()) {
            highest = Math.max(highest, reading.rows().getLast().id());
        }
        if (met != null && met.before() < reading.oldestRunning()) {
            after = Math.max(after, Math.min(met.id(), reading.reached()));
            met = null;
        }
    }

    /** Notes the number of a transaction that deleted rows. */
    void deleted(long transaction) {
        if (met == null) {
            met = new Met(highest, transaction);
        }
    }
}
