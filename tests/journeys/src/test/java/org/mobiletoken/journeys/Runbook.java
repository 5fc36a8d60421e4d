package org.mobiletoken.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands of a page in docs/runbooks, in their order, as somebody would copy them. */
record Runbook(List<String> commands) {
    private static final Path PAGES = Path.of("../../docs/runbooks");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    static Runbook read(String page) {
        try {
            List<String> commands = new ArrayList<>();
            boolean inBlock = false;
            for (String line : Files.readAllLines(PAGES.resolve(page))) {
                if (line.startsWith("```")) {
                    inBlock = line.equals("```sh");
                } else if (inBlock && !line.isBlank()) {
                    commands.add(line.strip());
                }
            }
            return new Runbook(commands);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The arguments of a command, its variables replaced. */
    static String[] arguments(String command, Map<String, String> variables) {
        String replaced = command;
        for (var variable : variables.entrySet()) {
            replaced = replaced.replace("$" + variable.getKey(), variable.getValue());
        }
        if (replaced.contains("$") || !replaced.startsWith("tokenctl ")) {
            throw new IllegalArgumentException("A runbook has a command that cannot be run: " + replaced);
        }
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(replaced.substring("tokenctl ".length()));
        while (matcher.find()) {
            words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
        return words.toArray(String[]::new);
    }
}
