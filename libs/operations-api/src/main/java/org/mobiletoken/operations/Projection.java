package org.mobiletoken.operations;

import java.util.List;
import org.mobiletoken.delivery.IncomingEvent;

/**
 * A table that holds nothing but what the events of one topic say, and can be made anew beside the live one. Every method
 * runs in the caller's transaction.
 */
public interface Projection {
    String name();

    /** The consumer that keeps the live table. */
    String consumer();

    /** Empties the table beside. */
    void begin();

    /** Applies events of one partition to the table beside, in their order, by the versions that guard the live one. */
    void apply(List<IncomingEvent> events);

    /** Compares the table beside with the live one. */
    Difference compare();

    /** Locks the live table until the end of the transaction: whoever writes to it waits. */
    void lock();

    /** Puts the table beside in the place of the live one, which from then on is the table beside: a way back. */
    void swap();
}
