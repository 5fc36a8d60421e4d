package org.mobiletoken.load;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.bank.Waiting;
import org.mobiletoken.stack.ServiceName;

/**
 * Customers enter a sixth wrong passcode: how long after the answer to it every other service has taken over that they are frozen.
 * Attempts are reserved and settled as enrolment-service does, without the Argon2id that would be measured besides.
 */
final class FreezeLoad implements Scenario {
    private static final int PER_SECOND = 20;
    private static final int CONNECTIONS = 32;
    private static final String CUSTOMER = "load-";
    private static final String APP = "investment";
    private static final String TOPIC = "mobile-token.lockout.v1";
    private static final Map<ServiceName, String> CONSUMERS = Map.of(
            ServiceName.ENROLMENT, "enrolment-freezes",
            ServiceName.SYNC, "sync-freeze-states",
            ServiceName.NOTIFICATION, "notices-of-freezes");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Map<String, Long> answeredAt = new ConcurrentHashMap<>();
    private List<EventsTakenOver> views = List.of();
    private @Nullable OpenLoop loop;

    @Override
    public Set<ServiceName> services() {
        return Set.of(ServiceName.values());
    }

    @Override
    public void warmUp(Platform platform, Size size) {
        views = CONSUMERS.entrySet().stream()
                .map(consumer -> new EventsTakenOver(
                        platform, TOPIC, FreezeLoad::isFreeze, consumer.getKey(), consumer.getValue()))
                .toList();
        var attempts = new Attempts(platform, CONNECTIONS);
        URI lockout = platform.replicas(ServiceName.LOCKOUT).getFirst();
        var next = new AtomicInteger();
        loop = new OpenLoop(PER_SECOND, _ -> {
            String customer = CUSTOMER + next.getAndIncrement();
            attempts.freeze(lockout, customer, APP);
            long answered = System.nanoTime();
            answeredAt.put(customer, answered);
            return answered;
        });
        run(platform, Duration.ofSeconds(size.of(10, 120)));
    }

    @Override
    public Report measure(Platform platform, Size size) {
        Duration each = Duration.ofSeconds(size.of(5, 20));
        List<Latency> latencies = new ArrayList<>();
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < size.of(1, 3); i++) {
            answeredAt.clear();
            samples.add(run(platform, each));
            latencies.add(Latency.of(untilSeenByAll()));
        }
        views.forEach(EventsTakenOver::close);
        return Runs.report(samples)
                .including("", Latency.report(latencies, ""))
                .condition(
                        "operation",
                        "from the answer to the sixth wrong passcode to the freeze in the view of every other service")
                .condition("freezes_due_per_second", PER_SECOND)
                .condition("seconds", each.toSeconds())
                .condition("runs", samples.size());
    }

    private static boolean isFreeze(ConsumerRecord<String, byte[]> event) {
        return NewEvents.header(event, "ce_type").endsWith(".TokenFrozen.v1");
    }

    private Sample run(Platform platform, Duration time) {
        Sample sample = Objects.requireNonNull(loop).run(time, platform::cpu);
        for (EventsTakenOver view : views) {
            Waiting.until(
                    "Not every freeze was taken over",
                    PATIENCE,
                    () -> Optional.of(view.seenAt().keySet()).filter(seen -> seen.containsAll(answeredAt.keySet())));
        }
        return sample;
    }

    private Histogram untilSeenByAll() {
        var latencies = new Histogram(3);
        answeredAt.forEach((customer, answered) -> {
            long last = views.stream()
                    .mapToLong(view -> Objects.requireNonNull(view.seenAt().get(customer)))
                    .max()
                    .orElse(answered);
            latencies.recordValue(Math.max(0, last - answered));
        });
        return latencies;
    }
}
