package org.mobiletoken.load;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.bank.Waiting;
import org.mobiletoken.stack.ServiceName;

/**
 * Fifty customers a second disable the token of mobile banking: how long after the answer notification-service has taken over
 * that the token of the other app is disabled too, three events and four services' transactions later.
 */
final class DisableCascade implements Scenario {
    private static final String CUSTOMER = "load-";
    private static final String TOPIC = "mobile-token.enrolment.v1";
    private static final String CONSUMER = "notices-of-tokens";
    private static final String FOLLOWING = "\"LINKED_APP_DISABLED\"";
    private static final int DISABLES_PER_SECOND = 50;
    private static final int HALF_AS_MANY = DISABLES_PER_SECOND / 2;
    private static final int CONNECTIONS = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final double NANOS_PER_MILLI = 1e6;

    private final Map<String, Long> answeredAt = new ConcurrentHashMap<>();
    private @Nullable EventsTakenOver followers;
    private @Nullable OpenLoop disables;

    @Override
    public Set<ServiceName> services() {
        return Set.of(ServiceName.ENROLMENT, ServiceName.SYNC, ServiceName.NOTIFICATION);
    }

    @Override
    public void warmUp(Platform platform, Size size) {
        Duration warmUp = warmUp(size);
        int customers = Math.toIntExact(HALF_AS_MANY * warmUp.toSeconds()
                + DISABLES_PER_SECOND
                        * warmUp.plus(each(size).multipliedBy(runs(size))).toSeconds());
        LinkedCustomers.create(platform, CUSTOMER, 0, customers);
        List<String> tokens = IntStream.range(0, customers)
                .mapToObj(number -> platform.session(CUSTOMER + number, "mobile-banking"))
                .toList();
        Http http = platform.http(ServiceName.ENROLMENT, CONNECTIONS);
        URI enrolment = platform.replicas(ServiceName.ENROLMENT).getFirst();
        followers =
                new EventsTakenOver(platform, TOPIC, DisableCascade::isOfOtherApp, ServiceName.NOTIFICATION, CONSUMER);
        var next = new AtomicInteger();
        IntFunction<OpenLoop> disabling = perSecond -> new OpenLoop(perSecond, _ -> {
            int number = next.getAndIncrement();
            http.as(tokens.get(number)).delete(enrolment, "/v1/token").expect(200);
            long answered = System.nanoTime();
            answeredAt.put(CUSTOMER + number, answered);
            return answered;
        });
        run(platform, disabling.apply(HALF_AS_MANY), warmUp);
        disables = disabling.apply(DISABLES_PER_SECOND);
        run(platform, disables, warmUp);
    }

    @Override
    public Report measure(Platform platform, Size size) {
        List<Histogram> runs = new ArrayList<>();
        long errors = 0;
        CpuTime cpu = platform.cpu();
        long begin = System.nanoTime();
        for (int i = 0; i < runs(size); i++) {
            answeredAt.clear();
            errors += run(platform, Objects.requireNonNull(disables), each(size));
            runs.add(latencies());
        }
        Objects.requireNonNull(followers).close();
        double seconds = (System.nanoTime() - begin) / 1e9;
        long done = runs.stream().mapToLong(Histogram::getTotalCount).sum();
        Report report = new Report()
                .condition(
                        "operation",
                        "from the answer to a disable to the other app's TokenDisabled being taken over by notification-service")
                .condition("offered_per_s", DISABLES_PER_SECOND)
                .condition("seconds", each(size).toSeconds())
                .condition("runs", runs.size())
                .figure("rate_per_s", done / seconds)
                .including("", Latency.report(runs.stream().map(Latency::of).toList(), ""))
                .figure("p99_ms_worst", Figures.worst(runs, run -> run.getValueAtPercentile(99) / NANOS_PER_MILLI))
                .exactly("errors", 0, errors);
        if (CpuTime.isKnown()) {
            platform.cpu()
                    .since(cpu)
                    .forEach((part, millis) -> report.figure("cpu_ms_" + part.replace('-', '_'), millis / done));
        }
        return report;
    }

    private static boolean isOfOtherApp(ConsumerRecord<String, byte[]> event) {
        return NewEvents.header(event, "ce_type").endsWith(".TokenDisabled.v1")
                && new String(event.value(), StandardCharsets.UTF_8).contains(FOLLOWING);
    }

    /** Returns how many disables failed, once the other app of all others is known to be disabled too. */
    private long run(Platform platform, OpenLoop loop, Duration time) {
        long errors = loop.run(time, platform::cpu).errors();
        Map<String, Long> seen = Objects.requireNonNull(followers).seenAt();
        Waiting.until(
                "Not every token of the other app was disabled",
                PATIENCE,
                () -> Optional.of(seen.keySet()).filter(customers -> customers.containsAll(answeredAt.keySet())));
        return errors;
    }

    private Histogram latencies() {
        var latencies = new Histogram(3);
        Map<String, Long> seen = Objects.requireNonNull(followers).seenAt();
        answeredAt.forEach((customer, answered) ->
                latencies.recordValue(Math.max(0, Objects.requireNonNull(seen.get(customer)) - answered)));
        return latencies;
    }

    /**
     * Once at half the rate and once at the whole: at so few requests a second the compiler takes its time, and cold services that get
     * more than they can do leave it none.
     */
    private static Duration warmUp(Size size) {
        return Duration.ofSeconds(size.of(10, 240));
    }

    private static Duration each(Size size) {
        return Duration.ofSeconds(size.of(5, 20));
    }

    private static int runs(Size size) {
        return size.of(1, 3);
    }
}
