package org.mobiletoken.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages for operations say about files and settings is so. */
class OperationsPagesTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");
    private static final String CONNECTIONS_BY_DEFAULT = "50";

    static Stream<Path> pages() {
        return Stream.of("docs/operations", "docs/runbooks", "deploy/helm")
                .map(Charts.REPOSITORY::resolve)
                .flatMap(OperationsPagesTest::pagesIn);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_link_leads_to_a_file(Path page) {
        assertThat(LINK.matcher(Sources.text(page)).results().map(link -> page.resolveSibling(link.group(1))))
                .allSatisfy(target -> assertThat(target).exists());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_is_linked_from_the_page_that_lists_them(Path page) {
        Path list = page.resolveSibling("README.md");

        assertThat(page.equals(list) || Sources.text(list).contains("](" + page.getFileName() + ")"))
                .isTrue();
    }

    @Test
    void the_connections_are_those_that_the_services_open() {
        String sizing = Sources.text(Charts.REPOSITORY.resolve("docs/operations/sizing.md"));

        assertThat(Charts.SERVICES)
                .allSatisfy(service -> assertThat(sizing)
                        .contains("| " + service + " | "
                                + Sources.settings(service)
                                        .getOrDefault("quarkus.datasource.jdbc.max-size", CONNECTIONS_BY_DEFAULT)));
    }

    private static Stream<Path> pagesIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".md")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
