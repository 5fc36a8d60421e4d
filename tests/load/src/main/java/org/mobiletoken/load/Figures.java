package org.mobiletoken.load;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;

/** One figure out of several runs. */
final class Figures {
    private Figures() {}

    static <T> double median(List<T> runs, ToDoubleFunction<T> figure) {
        double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    static <T> double worst(List<T> runs, ToDoubleFunction<T> figure) {
        return runs.stream().mapToDouble(figure).max().orElseThrow();
    }

    /** Returns when so much time has passed. */
    static void pass(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
            LockSupport.parkNanos(end - now);
        }
    }
}
