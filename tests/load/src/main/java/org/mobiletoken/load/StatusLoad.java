package org.mobiletoken.load;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.stack.ServiceName;

/** Customers in session ask how their token stands. */
final class StatusLoad extends WithCustomers {
    private static final int CLIENTS = 64;

    private final AtomicInteger next = new AtomicInteger();
    private @Nullable ClosedLoop loop;

    @Override
    public void warmUp(Platform platform, Size size) {
        String app = Enrolling.USABLE_AT_ONCE;
        Http http = platform.http(() -> "", CLIENTS);
        URI enrolment = platform.replicas(ServiceName.ENROLMENT).getFirst();
        List<Http> sessions = enrolling(platform, CLIENTS).enabled(customers(size)).stream()
                .map(handset -> http.as(platform.session(handset.customer(), app)))
                .toList();
        loop = new ClosedLoop(CLIENTS, () -> {
            Http session = sessions.get(Math.floorMod(next.getAndIncrement(), sessions.size()));
            session.get(enrolment, "/v1/token").expect(200);
        });
        Runs.of(size).warmUp(platform, loop);
    }

    @Override
    public Report measure(Platform platform, Size size) {
        return Runs.of(size)
                .measure(platform, Objects.requireNonNull(loop))
                .condition("operation", "GET /v1/token in a customer's session")
                .condition("customers", customers(size) + ", enrolled through the API");
    }

    private static int customers(Size size) {
        return size.of(50, 300);
    }
}
