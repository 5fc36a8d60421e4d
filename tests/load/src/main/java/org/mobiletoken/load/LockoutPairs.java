package org.mobiletoken.load;

import java.net.URI;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.stack.ServiceName;

/** Attempts reserved and settled for many customers in turn; one in ten passcodes is wrong, but never two of a customer's in a row. */
final class LockoutPairs implements Scenario {
    private static final int CLIENTS = 32;
    private static final int WRONG_EVERY = 10;

    private final AtomicLong number = new AtomicLong();
    private @Nullable ClosedLoop loop;

    @Override
    public Set<ServiceName> services() {
        return Set.of(ServiceName.LOCKOUT);
    }

    @Override
    public void warmUp(Platform platform, Size size) {
        var attempts = new Attempts(platform, CLIENTS);
        URI lockout = platform.replicas(ServiceName.LOCKOUT).getFirst();
        int customers = customers(size);
        loop = new ClosedLoop(CLIENTS, () -> {
            var pair = Pair.of(number.getAndIncrement(), customers);
            var attempt = randomId();
            attempts.reserve(lockout, attempt, pair.customer(), "mobile-banking")
                    .expect(201);
            attempts.settle(lockout, attempt, pair.customer(), pair.accepted()).expect(200);
        });
        Runs.of(size).warmUp(platform, loop);
    }

    @Override
    public Report measure(Platform platform, Size size) {
        return Runs.of(size)
                .measure(platform, Objects.requireNonNull(loop))
                .condition("operation", "reserve and settle, over HTTP with an access token")
                .condition("customers", customers(size))
                .condition("rejected", "1 in " + WRONG_EVERY + ", no customer frozen");
    }

    /** No multiple of ten, so that the wrong passcodes go round all customers. */
    static int customers(Size size) {
        return size.of(4_001, 20_011);
    }

    /** The customer and the outcome of the n-th pair. */
    record Pair(String customer, boolean accepted) {
        static Pair of(long number, int customers) {
            return new Pair("customer-" + number % customers, number % WRONG_EVERY != 0);
        }
    }

    /** As random as an attempt's id has to be here, at less cost than a secret one. */
    static UUID randomId() {
        var random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong());
    }
}
