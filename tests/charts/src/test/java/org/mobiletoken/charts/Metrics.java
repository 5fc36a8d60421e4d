package org.mobiletoken.charts;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The metrics of the page that each service's own test holds against what the service shows. */
record Metrics(Map<String, Metric> byName) {
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final Set<String> ADDED_BY_PROMETHEUS = Set.of("namespace", "service", "pod");
    private static final Metric UP = new Metric("up", "gauge", Set.of(), "every");

    /** What a row of the page says. */
    record Metric(String name, String type, Set<String> labels, String shownBy) {
        boolean isShownBy(String service) {
            return Stream.of(shownBy.split(", ")).anyMatch(part -> isShownBy(part, service));
        }

        private static boolean isShownBy(String part, String service) {
            return switch (part) {
                case "every" -> true;
                case "those that consume" -> !KafkaUse.of(service).read().isEmpty();
                case "those that call others" ->
                    Sources.settings(service).keySet().stream()
                            .anyMatch(setting -> setting.startsWith("quarkus.rest-client."));
                default -> part.equals(service);
            };
        }
    }

    static Metrics documented() {
        var byName = new TreeMap<String, Metric>(Map.of(UP.name(), UP));
        Sources.text(Charts.REPOSITORY.resolve("docs/operations/metrics.md"))
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> List.of(line.split("\\|")))
                .filter(cells -> cells.size() == 6)
                .flatMap(Metrics::row)
                .forEach(metric -> byName.put(metric.name(), metric));
        return new Metrics(byName);
    }

    /** The series of a histogram or a summary have a name of their own for each of their parts. */
    Metric of(String series) {
        if (byName.containsKey(series)) {
            return byName.get(series);
        }
        Metric metric = byName.get(series.replaceFirst("_(bucket|count|sum|max)$", ""));
        if (metric == null || !metric.type().matches("(histogram|summary).*")) {
            throw new AssertionError(series + " is no metric of docs/operations/metrics.md.");
        }
        return metric;
    }

    boolean has(String series, String label) {
        Metric metric = of(series);
        return metric.labels().contains(label)
                || ADDED_BY_PROMETHEUS.contains(label)
                || label.equals("le") && metric.type().startsWith("histogram");
    }

    private static Stream<Metric> row(List<String> cells) {
        String type = cells.get(2).strip().replaceFirst(",.*", "");
        Set<String> labels = Stream.of(cells.get(3).split(","))
                .flatMap(each -> QUOTED.matcher(each).results().limit(1))
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
        return QUOTED.matcher(cells.get(1))
                .results()
                .map(MatchResult.class::cast)
                .map(match ->
                        new Metric(match.group(1), type, labels, cells.get(4).strip()));
    }
}
