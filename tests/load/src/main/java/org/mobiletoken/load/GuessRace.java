package org.mobiletoken.load;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.mobiletoken.stack.ServiceName;

/**
 * Two hundred wrong guesses of one passcode at the same moment, in both apps and at three replicas: six are evaluated, the
 * customer is frozen once.
 */
final class GuessRace implements Scenario {
    private static final int GUESSES = 200;
    private static final int LIMIT = 6;
    private static final int CONNECTIONS_PER_REPLICA = 67;
    private static final int WARM_UP_CUSTOMERS = 10;
    private static final List<String> APPS = List.of("mobile-banking", "investment");

    private final AtomicLong evaluated = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong errors = new AtomicLong();

    @Override
    public Set<ServiceName> services() {
        return Set.of(ServiceName.LOCKOUT);
    }

    @Override
    public int replicas() {
        return 3;
    }

    @Override
    public void warmUp(Platform platform, Size size) {
        attack(platform, "warm-up-", WARM_UP_CUSTOMERS);
        evaluated.set(0);
        refused.set(0);
        errors.set(0);
    }

    @Override
    public Report measure(Platform platform, Size size) {
        int customers = size.of(50, 1_000);
        long began = System.nanoTime();
        attack(platform, "victim-", customers);
        double seconds = (System.nanoTime() - began) / 1e9;
        var found = new LockoutRecords(platform, "victim-");
        return new Report()
                .condition("guesses_at_once", GUESSES)
                .condition("apps", String.join(", ", APPS))
                .condition("connections", CONNECTIONS_PER_REPLICA + " to each replica")
                .figure("customers", customers)
                .figure("guesses", customers * GUESSES)
                .exactly("evaluated", (long) customers * LIMIT, evaluated.get())
                .exactly("recorded_as_wrong", (long) customers * LIMIT, found.rejectedAttempts())
                .exactly("freezes", customers, found.freezeEvents())
                .exactly("refused", (long) customers * (GUESSES - LIMIT), refused.get())
                .exactly("errors", 0, errors.get())
                .figure("seconds", seconds)
                .figure("rate_per_s", customers * GUESSES / seconds);
    }

    private void attack(Platform platform, String prefix, int customers) {
        List<URI> replicas = platform.replicas(ServiceName.LOCKOUT);
        var attempts = new Attempts(platform, CONNECTIONS_PER_REPLICA);
        IntStream.range(0, customers).forEach(number -> race(attempts, replicas, prefix + number));
    }

    /** Returns when all guesses at this customer's passcode have been answered. */
    private void race(Attempts attempts, List<URI> replicas, String customer) {
        var start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < GUESSES; i++) {
                URI replica = replicas.get(i % replicas.size());
                String app = APPS.get(i % APPS.size());
                threads.submit(() -> {
                    start.await();
                    guess(attempts, replica, customer, app);
                    return customer;
                });
            }
            start.countDown();
        }
    }

    private void guess(Attempts attempts, URI replica, String customer, String app) {
        var attempt = RandomIds.next();
        try {
            switch (attempts.reserve(replica, attempt, customer, app).status()) {
                case 201 -> {
                    evaluated.incrementAndGet();
                    attempts.settle(replica, attempt, customer, false).expect(200);
                }
                case 423, 429 -> refused.incrementAndGet();
                default -> errors.incrementAndGet();
            }
        } catch (Http.UnexpectedAnswer e) {
            errors.incrementAndGet();
            System.err.println(e.getMessage());
        }
    }
}
