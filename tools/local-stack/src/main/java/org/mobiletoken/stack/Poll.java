package org.mobiletoken.stack;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Asks again and again, ten times a second, until something holds. */
final class Poll {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private Poll() {}

    /** Throws with {@code tooLate} when the time is over, and when the thread is interrupted. */
    static void until(Duration atMost, BooleanSupplier holds, Supplier<String> tooLate) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new StackException(tooLate.get());
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StackException("Given up while it was starting.", e);
            }
        }
    }
}
