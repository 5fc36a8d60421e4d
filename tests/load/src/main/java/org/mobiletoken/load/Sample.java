package org.mobiletoken.load;

import java.util.Map;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/**
 * One run.
 *
 * @param cpuMillisPerOperation by part of the platform
 */
record Sample(
        double ratePerSecond,
        double p50Millis,
        double p99Millis,
        long errors,
        Map<String, Double> cpuMillisPerOperation) {
    private static final double NANOS_PER_MILLI = 1e6;

    static Sample of(Histogram nanos, long errors, double seconds, Map<String, Double> cpuMillis) {
        long done = nanos.getTotalCount();
        return new Sample(
                done / seconds,
                nanos.getValueAtPercentile(50) / NANOS_PER_MILLI,
                nanos.getValueAtPercentile(99) / NANOS_PER_MILLI,
                errors,
                cpuMillis.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, part -> part.getValue() / Math.max(1, done))));
    }
}
