package org.mobiletoken.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/** Clients in this process, which can do anything: sign a proof, wait for a message. */
final class ClosedLoop implements Load {
    private static final int SIGNIFICANT_DIGITS = 3;

    private final int clients;
    private final Runnable operation;

    /** @param operation done by all clients at the same time; a wrong answer is thrown */
    ClosedLoop(int clients, Runnable operation) {
        this.clients = clients;
        this.operation = operation;
    }

    @Override
    public int clients() {
        return clients;
    }

    @Override
    public Sample run(Duration time, Supplier<CpuTime> cpu) {
        CpuTime before = cpu.get();
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Client>> running = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                running.add(threads.submit(() -> new Client().workUntil(end)));
            }
            var latencies = new Histogram(SIGNIFICANT_DIGITS);
            long errors = 0;
            for (Future<Client> client : running) {
                Client done = client.get();
                latencies.add(done.latencies);
                errors += done.errors;
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            return Sample.of(latencies, errors, seconds, cpu.get().since(before));
        } catch (ExecutionException e) {
            throw new IllegalStateException("A client of the load generator failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The load generator was interrupted", e);
        }
    }

    private final class Client {
        private final Histogram latencies = new Histogram(SIGNIFICANT_DIGITS);
        private long errors;

        Client workUntil(long end) {
            for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
                try {
                    operation.run();
                    latencies.recordValue(System.nanoTime() - now);
                } catch (Http.UnexpectedAnswer e) {
                    if (errors++ == 0) {
                        System.err.println(e.getMessage());
                    }
                }
            }
            return this;
        }
    }
}
