package org.mobiletoken.delivery;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * After which id the outbox is read. Its beginning is mostly pages of deleted rows, so what was read a second ago is left out; once
 * a second everything is read, and with it what took its id early and was committed late.
 */
final class ReadFrom {
    private static final long TURN = Duration.ofSeconds(1).toNanos();

    private final LongSupplier nanos;
    private long turnedAt;
    private long highest;
    private long highestAtTurn;
    private long after;

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
        after = highestAtTurn;
        highestAtTurn = highest;
        return 0;
    }

    /** Notes rows that were read, in their order. */
    void read(List<OutboxRow> rows) {
        if (!rows.isEmpty()) {
            highest = Math.max(highest, rows.getLast().id());
        }
    }
}
