package org.mobiletoken.tokenctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.ParseResult;

/** Every command of every runbook is one that tokenctl understands, with all that it needs. */
class RunbooksTest {
    private static final Path PAGES = Path.of("../../docs/runbooks");
    private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|\\S+");
    private static final String ID = "0b6ac4f2-2b8e-4c5e-9d2e-58a3b9b40c11";

    static Stream<String> commands() throws IOException {
        List<String> commands = new ArrayList<>();
        try (Stream<Path> pages = Files.list(PAGES)) {
            for (Path page : pages.toList()) {
                commands.addAll(commandsOf(page));
            }
        }
        return commands.stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void tokenctl_understands_it(String command) {
        assertThat(command).startsWith("tokenctl ");

        ParseResult understood =
                Tokenctl.commandLine(Map.of()).parseArgs(arguments(command.substring("tokenctl ".length())));

        assertThat(understood.hasSubcommand()).isTrue();
    }

    @Test
    void each_page_has_commands() throws IOException {
        try (Stream<Path> pages = Files.list(PAGES)) {
            assertThat(pages.filter(page -> !page.endsWith("README.md")))
                    .isNotEmpty()
                    .allSatisfy(page -> assertThat(commandsOf(page)).isNotEmpty());
        }
    }

    private static List<String> commandsOf(Path page) throws IOException {
        List<String> commands = new ArrayList<>();
        boolean inBlock = false;
        for (String line : Files.readAllLines(page)) {
            if (line.startsWith("```")) {
                inBlock = line.equals("```sh");
            } else if (inBlock && !line.isBlank()) {
                commands.add(line);
            }
        }
        return commands;
    }

    /** The words of a command; what stands for an id in it becomes one. */
    private static String[] arguments(String command) {
        return WORD.matcher(command)
                .results()
                .map(MatchResult::group)
                .map(word -> word.replace("\"", "").replaceAll("\\$(PLAN|EVENT|HALT|REBUILD)", ID))
                .toArray(String[]::new);
    }
}
