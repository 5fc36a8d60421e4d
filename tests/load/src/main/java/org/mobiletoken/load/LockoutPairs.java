package org.mobiletoken.load;

import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.stack.ServiceName;

/** Attempts reserved and settled for many customers in turn; one in ten passcodes is wrong, but never two of a customer's in a row. */
final class LockoutPairs implements Scenario {
    private static final int CLIENTS = 32;
    private static final int WRONG_EVERY = 10;

    private @Nullable GatlingClients clients;

    @Override
    public Set<ServiceName> services() {
        return Set.of(ServiceName.LOCKOUT);
    }

    @Override
    public void warmUp(Platform platform, Size size) {
        clients = new GatlingClients(
                "AttemptSimulation",
                platform.replicas(ServiceName.LOCKOUT).getFirst(),
                CLIENTS,
                platform.accessToken(ServiceName.ENROLMENT),
                Stream.concat(
                        Stream.of("customer,outcome"), round(customers(size)).map(Pair::line)));
        Runs.of(size).warmUp(platform, clients);
    }

    @Override
    public Report measure(Platform platform, Size size) {
        try (var load = Objects.requireNonNull(clients)) {
            return Runs.of(size)
                    .measure(platform, load)
                    .condition("operation", "reserve and settle, over HTTP with an access token")
                    .condition("customers", customers(size))
                    .condition("rejected", "1 in " + WRONG_EVERY + ", no customer frozen");
        }
    }

    /** No multiple of ten, so that the wrong passcodes go round all customers. */
    static int customers(Size size) {
        return size.of(4_001, 20_011);
    }

    /** Every customer in turn until each has been wrong once; then it begins anew. */
    static Stream<Pair> round(int customers) {
        return LongStream.range(0, (long) customers * WRONG_EVERY).mapToObj(number -> Pair.of(number, customers));
    }

    /** The customer and the outcome of a pair. */
    record Pair(String customer, boolean accepted) {
        static Pair of(long number, int customers) {
            return new Pair("customer-" + number % customers, number % WRONG_EVERY != 0);
        }

        String line() {
            return customer + "," + Attempts.outcome(accepted);
        }
    }
}
