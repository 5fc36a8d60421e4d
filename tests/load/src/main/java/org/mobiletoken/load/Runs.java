package org.mobiletoken.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Repeats a load and reports the medians, with the lowest and highest rate beside them. */
record Runs(int times, Duration each, Duration window, Duration warmUpAtLeast, Duration warmUpAtMost) {
    private static final int LEVEL_WINDOWS = 3;
    private static final double LEVEL_WITHIN = 0.05;

    static Runs of(Size size) {
        return switch (size) {
            case SHORT ->
                new Runs(1, Duration.ofSeconds(5), Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8));
            case FULL ->
                new Runs(
                        5,
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(90),
                        Duration.ofSeconds(150));
        };
    }

    /** For operations so slow that few of them a second have to warm the services up. */
    Runs warmingUpLonger() {
        return new Runs(times, each, window, warmUpAtLeast.multipliedBy(2), warmUpAtMost.multipliedBy(2));
    }

    /**
     * Works until three windows in a row are alike, or the time for it is over. They are alike for a while before the JVM has compiled
     * what matters too, so there is a least time as well.
     */
    void warmUp(Platform platform, Load load) {
        List<Double> rates = new ArrayList<>();
        long atLeast = warmUpAtLeast.dividedBy(window);
        long atMost = warmUpAtMost.dividedBy(window);
        while (rates.size() < atLeast || rates.size() < atMost && !isLevel(rates)) {
            rates.add(load.run(window, platform::cpu).ratePerSecond());
        }
    }

    static boolean isLevel(List<Double> rates) {
        if (rates.size() < LEVEL_WINDOWS) {
            return false;
        }
        var last = rates.subList(rates.size() - LEVEL_WINDOWS, rates.size()).stream()
                .mapToDouble(Double::doubleValue)
                .summaryStatistics();
        return last.getMin() >= last.getMax() * (1 - LEVEL_WITHIN);
    }

    Report measure(Platform platform, Load load) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            samples.add(load.run(each, platform::cpu));
        }
        Report report = report(samples);
        platform.residentMegabytes()
                .forEach((service, megabytes) -> report.figure("rss_mb_" + service.replace('-', '_'), megabytes));
        return report.condition("clients", load.clients())
                .condition("seconds", each.toSeconds())
                .condition("runs", times);
    }

    static Report report(List<Sample> samples) {
        var rates = samples.stream().mapToDouble(Sample::ratePerSecond).summaryStatistics();
        var report = new Report()
                .figure("rate_per_s", Figures.median(samples, Sample::ratePerSecond))
                .figure("rate_per_s_lowest", rates.getMin())
                .figure("rate_per_s_highest", rates.getMax())
                .including(
                        "", Latency.report(samples.stream().map(Sample::latency).toList(), ""))
                .exactly("errors", 0, samples.stream().mapToLong(Sample::errors).sum());
        if (!CpuTime.isKnown()) {
            return report.condition("cpu", "not available on this system");
        }
        report.figure("cpu_ms_per_op", Figures.median(samples, Runs::cpuOfPlatform));
        var parts = new TreeSet<String>();
        samples.forEach(sample -> parts.addAll(sample.cpuMillisPerOperation().keySet()));
        for (String part : parts) {
            report.figure(
                    "cpu_ms_" + part.replace('-', '_'),
                    Figures.median(
                            samples, sample -> sample.cpuMillisPerOperation().getOrDefault(part, 0.0)));
        }
        return report;
    }

    private static double cpuOfPlatform(Sample sample) {
        return sample.cpuMillisPerOperation().entrySet().stream()
                .filter(part -> !part.getKey().equals(CpuTime.LOAD_GENERATOR))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }
}
