package org.mobiletoken.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.mobiletoken.stack.RepositoryRoot;

/** What docs/operations/metrics.md says of a service's metrics, held against what the service shows. */
public final class StatedMetrics {
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    /** Behind the value there may be an example: the trace that was counted last. */
    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*?)})? \\S+(?: # \\{.*)?");

    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_]+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Set<String> OF_THE_FORMAT = Set.of("le", "quantile");

    private final String service;
    private final Map<String, Metric> stated = new HashMap<>();
    private final List<String> families = new ArrayList<>();

    private StatedMetrics(String service) {
        this.service = service;
        String section = "";
        for (String line : lines()) {
            if (line.startsWith("## ")) {
                section = line.substring(3).strip();
            } else if (line.startsWith("| `")) {
                read(section, line.split("\\|"));
            }
        }
    }

    /** In what the document and the service's {@code /q/metrics} differ, in sentences; nothing if they agree. */
    public static List<String> differences(String service, String shown) {
        return new StatedMetrics(service).compare(shown);
    }

    /**
     * A row of the document.
     *
     * @param labels with the values that they may have; none named means that they are bounded otherwise
     */
    private record Metric(String name, Map<String, Set<String>> labels, boolean expected) {}

    private record Sample(String name, Map<String, String> labels) {}

    private void read(String section, String[] cells) {
        if (section.equals("Families")) {
            quoted(cells[1]).forEach(families::add);
            return;
        }
        String name = quoted(cells[1]).getFirst();
        stated.put(name, new Metric(name, labels(cells[3]), isExpected(cells[4].strip())));
    }

    private boolean isExpected(String where) {
        return where.equals("every")
                || List.of(where.split(", ")).contains(service)
                || (where.equals("those that consume") && !service.equals("lockout-service"));
    }

    private static Map<String, Set<String>> labels(String cell) {
        Map<String, Set<String>> labels = new HashMap<>();
        for (String part : cell.split(",")) {
            List<String> words = quoted(part);
            if (!words.isEmpty()) {
                labels.put(words.getFirst(), Set.copyOf(words.subList(1, words.size())));
            }
        }
        return labels;
    }

    private List<String> compare(String shown) {
        List<String> differences = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        shown.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            Sample sample = sample(line);
            metric(sample.name())
                    .ifPresentOrElse(
                            metric -> {
                                seen.add(metric.name());
                                differences.addAll(wrongLabels(metric, sample));
                            },
                            () -> {
                                if (families.stream().noneMatch(sample.name()::startsWith)) {
                                    differences.add(sample.name() + " is shown and not stated");
                                }
                            });
        });
        stated.values().stream()
                .filter(metric -> metric.expected() && !seen.contains(metric.name()))
                .forEach(metric -> differences.add(metric.name() + " is stated and not shown"));
        return differences.stream().distinct().sorted().toList();
    }

    private Optional<Metric> metric(String sample) {
        String whole = sample.replaceAll("_(bucket|count|sum|max)$", "");
        return Optional.ofNullable(stated.getOrDefault(sample, stated.get(whole)));
    }

    private static List<String> wrongLabels(Metric metric, Sample sample) {
        List<String> wrong = new ArrayList<>();
        if (!metric.labels().keySet().equals(sample.labels().keySet())) {
            wrong.add(metric.name() + " has the labels "
                    + sample.labels().keySet().stream().sorted().toList());
        }
        sample.labels().forEach((label, value) -> {
            Set<String> allowed = metric.labels().getOrDefault(label, Set.of());
            if (!allowed.isEmpty() && !allowed.contains(value)) {
                wrong.add(metric.name() + " has " + label + "=" + value);
            }
        });
        return wrong;
    }

    private static Sample sample(String line) {
        var matcher = SAMPLE.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("No sample: " + line);
        }
        Map<String, String> labels = new HashMap<>();
        String written = matcher.group(2);
        if (written != null) {
            LABEL.matcher(written)
                    .results()
                    .filter(label -> !OF_THE_FORMAT.contains(label.group(1)))
                    .forEach(label -> labels.put(label.group(1), label.group(2)));
        }
        return new Sample(matcher.group(1), labels);
    }

    private static List<String> quoted(String text) {
        return QUOTED.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(RepositoryRoot.find().resolve("docs/operations/metrics.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
