package org.mobiletoken.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemsAreDocumentedTest {
    private static final Path DOCUMENT = Path.of("../../docs/api/problems.md");

    @Test
    void the_document_lists_exactly_the_problems_that_every_service_may_answer() throws IOException {
        List<String> expected = ProblemTypes.all().stream()
                .map(type -> "| `" + type.slug() + "` | " + type.status() + " | " + type.title() + " |")
                .toList();

        assertThat(rowsUnder("## Every service")).containsExactlyElementsOf(expected);
    }

    private static List<String> rowsUnder(String heading) throws IOException {
        return Files.readAllLines(DOCUMENT).stream()
                .dropWhile(line -> !line.equals(heading))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("| `"))
                .toList();
    }
}
