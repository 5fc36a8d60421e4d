package org.mobiletoken.load;

import de.mkammerer.argon2.Argon2;
import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Passcodes compared by the library and with the parameters of enrolment-service, on all cores and with nothing around it.
 *
 * @param cpuMillisEach on one core
 */
record RawArgon2(double perSecond, double cpuMillisEach) {
    private static final int ITERATIONS = 2;
    private static final int MEMORY_KIB = 19_456;
    private static final int PARALLELISM = 1;
    private static final byte[] SECRET =
            "as long as an HMAC in base64, which is 44 byt".getBytes(StandardCharsets.US_ASCII);
    private static final double NANOS_PER_MILLI = 1e6;

    private record Done(long times, long cpuNanos) {}

    static RawArgon2 measure(Duration time) {
        Argon2 argon2 = Argon2Factory.create(Argon2Types.ARGON2id);
        String verifier = argon2.hash(ITERATIONS, MEMORY_KIB, PARALLELISM, SECRET);
        int cores = Runtime.getRuntime().availableProcessors();
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        try (ExecutorService threads = Executors.newFixedThreadPool(cores)) {
            List<Future<Done>> working = new ArrayList<>();
            for (int i = 0; i < cores; i++) {
                working.add(threads.submit(() -> compareUntil(end, argon2, verifier)));
            }
            long times = 0;
            long cpuNanos = 0;
            for (Future<Done> done : working) {
                times += done.get().times();
                cpuNanos += done.get().cpuNanos();
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            return new RawArgon2(times / seconds, cpuNanos / NANOS_PER_MILLI / times);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Argon2id could not be measured", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private static Done compareUntil(long end, Argon2 argon2, String verifier) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        long times = 0;
        while (System.nanoTime() < end) {
            if (!argon2.verify(verifier, SECRET)) {
                throw new IllegalStateException("Argon2id has not known its own verifier again");
            }
            times++;
        }
        return new Done(times, threads.getCurrentThreadCpuTime() - before);
    }
}
