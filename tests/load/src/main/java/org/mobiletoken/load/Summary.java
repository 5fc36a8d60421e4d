package org.mobiletoken.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One line for each benchmark of a run: what there is to compare, and whether all that must hold has held. */
final class Summary {
    private static final List<String> FIGURES =
            List.of("rate_per_s", "p50_ms", "p99_ms", "cpu_ms_per_op", "share_of_limit", "ready_s", "rss_mb", "errors");
    private static final int WIDTH = 16;

    private final List<String> lines = new ArrayList<>();

    Summary() {
        lines.add(line("benchmark", FIGURES) + "  kept");
    }

    void add(String benchmark, Report report) {
        Map<String, Double> figures = report.figures();
        List<String> cells = FIGURES.stream()
                .map(name -> {
                    Double figure = figures.get(name);
                    return figure == null ? "" : ReportFile.rounded(figure).toString();
                })
                .toList();
        lines.add(line(benchmark, cells) + (report.breaches().isEmpty() ? "  yes" : "  no"));
    }

    private static String line(String name, List<String> cells) {
        var line = new StringBuilder("%-18s".formatted(name));
        cells.forEach(cell -> line.append(String.format(Locale.ROOT, "%" + WIDTH + "s", cell)));
        return line.toString();
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
