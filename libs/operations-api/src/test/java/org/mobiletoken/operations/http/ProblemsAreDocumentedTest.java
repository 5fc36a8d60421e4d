package org.mobiletoken.operations.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemsAreDocumentedTest {
    private static final Path DOCUMENT = Path.of("../../docs/api/problems.md");

    @Test
    void the_document_lists_exactly_the_problems_of_the_operations_endpoints() throws IOException {
        List<String> documented = Files.readAllLines(DOCUMENT).stream()
                .dropWhile(line -> !line.equals("## Operations, in every service"))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("| `"))
                .toList();

        assertThat(documented)
                .containsExactlyElementsOf(OperationsProblems.ALL.stream()
                        .map(type -> "| `" + type.slug() + "` | " + type.status() + " | " + type.title() + " |")
                        .toList());
    }
}
