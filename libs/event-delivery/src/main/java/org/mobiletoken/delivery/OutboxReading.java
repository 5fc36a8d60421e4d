package org.mobiletoken.delivery;

import java.util.List;

/**
 * What was read from a share of the outbox.
 *
 * @param rows the first that there were, in their order
 * @param more whether there may be others behind them
 * @param oldestRunning every transaction with a lower number had ended: whatever it committed was there to be read
 */
record OutboxReading(List<OutboxRow> rows, boolean more, long oldestRunning) {
    /** Up to which id everything was read. */
    long reached() {
        return more ? rows.getLast().id() : Long.MAX_VALUE;
    }
}
