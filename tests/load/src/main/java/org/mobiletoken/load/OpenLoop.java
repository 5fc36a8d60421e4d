package org.mobiletoken.load;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * So many operations a second, whatever becomes of those before. Each is timed from the moment it was due, so that a standstill is
 * felt by all that were due during it.
 */
final class OpenLoop {
    private static final int SIGNIFICANT_DIGITS = 3;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    /** One operation; a wrong answer is thrown. */
    interface Operation {
        /**
         * @param due when it should have begun, in {@link System#nanoTime}
         * @return when it was done, likewise
         */
        long run(long due);
    }

    private final int perSecond;
    private final Operation operation;

    OpenLoop(int perSecond, Operation operation) {
        this.perSecond = perSecond;
        this.operation = operation;
    }

    int perSecond() {
        return perSecond;
    }

    /** Returns when everything that was begun is done. */
    Sample run(Duration time, Supplier<CpuTime> cpu) {
        long operations = time.toMillis() * perSecond / 1_000;
        return run(begun -> begun < operations, cpu);
    }

    /** Begins operations as long as {@code goOn} holds, and returns when all are done. */
    Sample runWhile(BooleanSupplier goOn, Supplier<CpuTime> cpu) {
        return run(begun -> goOn.getAsBoolean(), cpu);
    }

    private Sample run(LongPredicate goOn, Supplier<CpuTime> cpu) {
        Histogram latencies = new ConcurrentHistogram(SIGNIFICANT_DIGITS);
        var errors = new AtomicLong();
        CpuTime before = cpu.get();
        long begin = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long begun = 0; goOn.test(begun); begun++) {
                long due = begin + begun * NANOS_PER_SECOND / perSecond;
                waitUntil(due);
                threads.execute(() -> work(due, latencies, errors));
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        return Sample.of(latencies, errors.get(), seconds, cpu.get().since(before));
    }

    private void work(long due, Histogram latencies, AtomicLong errors) {
        try {
            latencies.recordValue(Math.max(0, operation.run(due) - due));
        } catch (Http.UnexpectedAnswer e) {
            if (errors.getAndIncrement() == 0) {
                System.err.println(e.getMessage());
            }
        }
    }

    private static void waitUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
