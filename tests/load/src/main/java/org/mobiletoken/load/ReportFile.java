package org.mobiletoken.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes what a benchmark found as {@code target/bench/<scenario>.json}, and as lines to read. */
final class ReportFile {
    private static final int SIGNIFICANT_DIGITS = 4;
    private static final long EXACT_FROM = 1_000;

    private final Path folder;

    ReportFile(Path folder) {
        this.folder = folder;
    }

    Path write(String scenario, String commit, Report report) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("scenario", scenario);
        all.put("commit", commit);
        all.put("conditions", report.conditions());
        Map<String, Object> figures = new LinkedHashMap<>();
        report.figures().forEach((name, value) -> figures.put(name, rounded(value)));
        all.put("figures", figures);
        Path file = folder.resolve(scenario + ".json");
        try {
            Files.createDirectories(folder);
            new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), all);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("The figures could not be written to " + file, e);
        }
    }

    /** Four digits say all that repeated runs agree on; counts stay exact. */
    static Number rounded(double value) {
        if (Math.abs(value) >= EXACT_FROM || value == Math.rint(value)) {
            return Math.round(value);
        }
        return new BigDecimal(value).round(new MathContext(SIGNIFICANT_DIGITS)).doubleValue();
    }

    static String lines(String scenario, Report report) {
        var text = new StringBuilder("\n" + scenario + "\n");
        report.conditions().forEach((name, value) -> text.append("  %-26s %s%n".formatted(name, value)));
        report.figures().forEach((name, value) -> text.append("  %-26s %12s%n".formatted(name, rounded(value))));
        report.breaches()
                .forEach(sentence -> text.append("  ! ").append(sentence).append('\n'));
        return text.toString();
    }
}
