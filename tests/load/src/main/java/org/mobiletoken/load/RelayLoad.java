package org.mobiletoken.load;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.bank.Waiting;
import org.mobiletoken.stack.ServiceName;

/**
 * The relay of sync-service: how many events it publishes when its outbox is never empty, and how old an event is when a
 * consumer has it while customers answer the offer 500 times a second.
 */
final class RelayLoad implements Scenario {
    private static final String TOPIC = "mobile-token.sync.v1";
    private static final int OFFERED_PER_SECOND = 500;
    private static final int CUSTOMERS = 2_000;
    private static final int CONNECTIONS = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ANSWER = "{\"answer\":\"REMIND_NEXT_TIME\",\"sourceApp\":\"mobile-banking\"}";

    private @Nullable EventStream stream;
    private @Nullable OpenLoop answers;

    @Override
    public Set<ServiceName> services() {
        return Set.of(ServiceName.SYNC);
    }

    @Override
    public void warmUp(Platform platform, Size size) {
        stream = new EventStream(platform, TOPIC);
        List<String> tokens = IntStream.range(0, CUSTOMERS)
                .mapToObj(each -> platform.session("customer-" + each, "investment"))
                .toList();
        Http http = platform.http(ServiceName.SYNC, CONNECTIONS);
        URI sync = platform.replicas(ServiceName.SYNC).getFirst();
        var number = new AtomicInteger();
        answers = new OpenLoop(OFFERED_PER_SECOND, _ -> {
            String token = tokens.get(Math.floorMod(number.getAndIncrement(), CUSTOMERS));
            http.as(token).post(sync, "/v1/sync-offer/answers", ANSWER).expect(201);
            return System.nanoTime();
        });
        answers.run(Duration.ofSeconds(size.of(10, 120)), platform::cpu);
        sustained(platform, Duration.ofSeconds(size.of(5, 10)));
        Objects.requireNonNull(stream).takeAges();
    }

    @Override
    public Report measure(Platform platform, Size size) {
        EventStream arriving = Objects.requireNonNull(stream);
        int runs = size.of(1, 3);
        Duration each = Duration.ofSeconds(size.of(5, 20));
        List<Histogram> ages = new ArrayList<>();
        long errors = 0;
        for (int i = 0; i < runs; i++) {
            long failed =
                    Objects.requireNonNull(answers).run(each, platform::cpu).errors();
            errors += failed;
            long expected = OFFERED_PER_SECOND * each.toSeconds() - failed;
            Waiting.until(
                    "Not every answer was published",
                    PATIENCE,
                    () -> Optional.of(arriving.single()).filter(arrived -> arrived >= expected));
            ages.add(arriving.takeAges());
        }
        List<Sustained> sustained = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            sustained.add(sustained(platform, each));
        }
        arriving.close();
        var rates = sustained.stream().mapToDouble(Sustained::ratePerSecond).summaryStatistics();
        Report report = new Report()
                .condition("operation", "publish an event of the outbox; consumers read it from Kafka")
                .condition(
                        "commit_to_consumer",
                        "from the event's own time, before its commit, at " + OFFERED_PER_SECOND + " requests/s")
                .condition("seconds", each.toSeconds())
                .condition("runs", runs)
                .figure("rate_per_s", Figures.median(sustained, Sustained::ratePerSecond))
                .figure("rate_per_s_lowest", rates.getMin())
                .figure("rate_per_s_highest", rates.getMax())
                .figure("commit_to_consumer_p50_ms", Figures.median(ages, run -> run.getValueAtPercentile(50)))
                .figure("commit_to_consumer_p99_ms", Figures.median(ages, run -> run.getValueAtPercentile(99)))
                .figure("commit_to_consumer_p99_ms_worst", Figures.worst(ages, run -> run.getValueAtPercentile(99)))
                .exactly("errors", 0, errors)
                .exactly(
                        "lost", 0, sustained.stream().mapToLong(Sustained::lost).sum())
                .exactly("out_of_order", 0, arriving.outOfOrder())
                .figure("doubled", arriving.doubled());
        if (CpuTime.isKnown()) {
            report.figure("cpu_ms_per_op", Figures.median(sustained, Sustained::cpuOfPlatform));
        }
        return report;
    }

    /**
     * One run with an outbox that is never empty.
     *
     * @param lost committed and not arrived, long after the last was committed
     */
    private record Sustained(double ratePerSecond, long lost, Map<String, Double> cpuMillisPerEvent) {
        double cpuOfPlatform() {
            return cpuMillisPerEvent.entrySet().stream()
                    .filter(part -> !part.getKey().equals(CpuTime.LOAD_GENERATOR))
                    .mapToDouble(Map.Entry::getValue)
                    .sum();
        }
    }

    private Sustained sustained(Platform platform, Duration time) {
        EventStream arriving = Objects.requireNonNull(stream);
        long before = arriving.bulk();
        try (var writer = new BulkEvents(platform, ServiceName.SYNC, arriving)) {
            Waiting.until(
                    "Nothing arrives",
                    PATIENCE,
                    () -> Optional.of(arriving.bulk()).filter(count -> count > before));
            CpuTime cpu = platform.cpu();
            long first = arriving.bulk();
            long begin = System.nanoTime();
            Figures.pass(time);
            long count = arriving.bulk() - first;
            double seconds = (System.nanoTime() - begin) / 1e9;
            Map<String, Double> used = platform.cpu().since(cpu);
            used.replaceAll((part, millis) -> millis / count);
            writer.close();
            Waiting.until(
                    "Not everything was published",
                    PATIENCE,
                    () -> Optional.of(arriving.bulk()).filter(arrived -> arrived - before >= writer.committed()));
            return new Sustained(count / seconds, writer.committed() - (arriving.bulk() - before), used);
        }
    }
}
