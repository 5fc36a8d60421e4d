package org.mobiletoken.load;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.stack.ServiceName;

/** Customers in session ask how their token stands. */
final class StatusLoad extends WithCustomers {
    private static final int CLIENTS = 64;

    private @Nullable GatlingClients clients;

    @Override
    public void warmUp(Platform platform, Size size) {
        String app = Enrolling.USABLE_AT_ONCE;
        Stream<String> sessions = enrolling(platform, CLIENTS).enabled(customers(size)).stream()
                .map(handset -> platform.session(handset.customer(), app));
        clients = new GatlingClients(
                "StatusSimulation",
                platform.replicas(ServiceName.ENROLMENT).getFirst(),
                CLIENTS,
                "",
                Stream.concat(Stream.of("accessToken"), sessions));
        Runs.of(size).warmUp(platform, clients);
    }

    @Override
    public Report measure(Platform platform, Size size) {
        try (var load = Objects.requireNonNull(clients)) {
            return Runs.of(size)
                    .measure(platform, load)
                    .condition("operation", "GET /v1/token in a customer's session")
                    .condition("customers", customers(size) + ", enrolled through the API");
        }
    }

    private static int customers(Size size) {
        return size.of(50, 300);
    }
}
