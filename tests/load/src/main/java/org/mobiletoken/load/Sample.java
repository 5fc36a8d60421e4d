package org.mobiletoken.load;

import java.util.Map;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/**
 * One run.
 *
 * @param cpuMillisPerOperation by part of the platform
 */
record Sample(double ratePerSecond, Latency latency, long errors, Map<String, Double> cpuMillisPerOperation) {
    static Sample of(Histogram nanos, long errors, double seconds, Map<String, Double> cpuMillis) {
        long done = nanos.getTotalCount();
        return new Sample(
                done / seconds,
                Latency.of(nanos),
                errors,
                cpuMillis.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, part -> part.getValue() / Math.max(1, done))));
    }
}
