package org.mobiletoken.load;

import java.util.List;
import org.HdrHistogram.Histogram;

/** How long operations took, in milliseconds. */
record Latency(double p50, double p90, double p99, double p999) {
    private static final double NANOS_PER_MILLI = 1e6;

    static Latency of(Histogram nanos) {
        return new Latency(at(nanos, 50), at(nanos, 90), at(nanos, 99), at(nanos, 99.9));
    }

    /** The medians over runs, under names that begin so. */
    static Report report(List<Latency> runs, String beginning) {
        return new Report()
                .figure(beginning + "p50_ms", Figures.median(runs, Latency::p50))
                .figure(beginning + "p90_ms", Figures.median(runs, Latency::p90))
                .figure(beginning + "p99_ms", Figures.median(runs, Latency::p99))
                .figure(beginning + "p99_9_ms", Figures.median(runs, Latency::p999));
    }

    private static double at(Histogram nanos, double percentile) {
        return nanos.getValueAtPercentile(percentile) / NANOS_PER_MILLI;
    }
}
