package org.mobiletoken.delivery;

import java.time.Duration;

/** Pauses double with each failure, up to a limit. */
final class BackOff {
    private BackOff() {}

    static Duration after(int failures, Duration first, Duration atMost) {
        Duration pause = first.multipliedBy(1L << Math.clamp(failures - 1, 0, 20));
        return pause.compareTo(atMost) < 0 ? pause : atMost;
    }
}
