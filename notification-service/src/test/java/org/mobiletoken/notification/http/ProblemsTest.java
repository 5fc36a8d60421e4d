package org.mobiletoken.notification.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mobiletoken.http.ProblemType;

class ProblemsTest {

    private static final Path DOCUMENT = Path.of("../docs/api/problems.md");

    @Test
    void every_problem_is_documented_and_no_other() throws IOException {
        assertThat(documented())
                .containsExactlyInAnyOrderElementsOf(Stream.of(OtpProblems.ALL, MessageProblems.ALL, ReportProblems.ALL)
                        .flatMap(List::stream)
                        .map(ProblemsTest::line)
                        .toList());
    }

    private static List<String> documented() throws IOException {
        return Files.readString(DOCUMENT)
                .lines()
                .dropWhile(line -> !line.equals("## notification-service"))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("| `"))
                .toList();
    }

    private static String line(ProblemType type) {
        return "| `%s` | %d | %s |".formatted(type.slug(), type.status(), type.title());
    }
}
