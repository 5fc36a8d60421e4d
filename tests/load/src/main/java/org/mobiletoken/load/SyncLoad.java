package org.mobiletoken.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.stack.ServiceName;

/** Customers give mobile banking the token of the investment app: timed from when it was due until the app has the outcome. */
final class SyncLoad extends WithCustomers {
    private static final int CONNECTIONS = 64;

    private final AtomicInteger next = new AtomicInteger();
    private List<Handset> handsets = List.of();
    private @Nullable OpenLoop loop;

    @Override
    public Set<ServiceName> services() {
        return Set.of(ServiceName.values());
    }

    @Override
    public void warmUp(Platform platform, Size size) {
        int customers = Math.toIntExact(perSecond(size)
                * warmUp(size).plus(each(size).multipliedBy(runs(size))).toSeconds());
        handsets = enrolling(platform, CONNECTIONS).enabled(customers);
        var synchronisation = new Synchronisation(platform, CONNECTIONS);
        // once the last one's is offered, sync-service knows them all, or will when it is asked
        synchronisation.awaitOffer(handsets.getLast());
        loop = new OpenLoop(perSecond(size), _ -> {
            synchronisation.run(handsets.get(next.getAndIncrement()));
            return System.nanoTime();
        });
        loop.run(warmUp(size), platform::cpu);
    }

    @Override
    public Report measure(Platform platform, Size size) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < runs(size); i++) {
            samples.add(Objects.requireNonNull(loop).run(each(size), platform::cpu));
        }
        return Runs.report(samples)
                .condition(
                        "operation", "a challenge and a synchronisation, until the app has the outcome: two requests")
                .condition("due_per_second", perSecond(size))
                .condition("seconds", each(size).toSeconds())
                .condition("runs", samples.size());
    }

    /** Services that are not warm have no time for more. */
    private static int perSecond(Size size) {
        return size.of(4, 15);
    }

    private static Duration warmUp(Size size) {
        return Duration.ofSeconds(size.of(10, 120));
    }

    private static Duration each(Size size) {
        return Duration.ofSeconds(size.of(5, 20));
    }

    private static int runs(Size size) {
        return size.of(1, 3);
    }
}
