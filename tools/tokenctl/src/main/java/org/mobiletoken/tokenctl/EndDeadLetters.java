package org.mobiletoken.tokenctl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Deals with the named letters, or with all of one cause, one after the other; one that is refused stops none of the others. */
abstract class EndDeadLetters extends Operation {
    /** Which letters. */
    static final class Which {
        @Parameters(
                arity = "1..*",
                paramLabel = "LETTER",
                description = "partition@offset, as dead-letters list --each shows it.")
        private List<String> places = new ArrayList<>();

        @Option(names = "--cause", description = "All letters of this cause, as dead-letters list shows it.")
        private @Nullable String cause;
    }

    @Mixin
    private Target target = new Target();

    @ArgGroup(multiplicity = "1")
    private Which which = new Which();

    @Mixin
    private Grounds grounds = new Grounds();

    @Command(name = "redrive", description = "Hands letters to their handler again, through the inbox.")
    static final class Redrive extends EndDeadLetters {
        @Override
        String action() {
            return "redrive";
        }
    }

    @Command(name = "discard", description = "Puts letters aside, for good.")
    static final class Discard extends EndDeadLetters {
        @Override
        String action() {
            return "discard";
        }
    }

    abstract String action();

    @Override
    final ExitStatus run(Platform platform, Output output) {
        Service service = target.in(platform);
        List<String> places = places(service);
        ArrayNode results = JsonNodeFactory.instance.arrayNode();
        List<List<String>> rows = new ArrayList<>();
        int refused = 0;
        try (Progress progress = Progress.of("letters", places.size(), this::warn)) {
            for (String place : places) {
                String result = end(service, place);
                refused += result.startsWith("refused") ? 1 : 0;
                results.addObject().put("letter", place).put("result", result);
                rows.add(List.of(place, result));
                progress.at(rows.size(), null);
            }
        }
        output.print(results, List.of("LETTER", "RESULT"), rows, "No open letter has this cause.");
        if (places.isEmpty()) {
            return ExitStatus.NOT_FOUND;
        }
        return refused == 0 ? ExitStatus.DONE : refused == places.size() ? ExitStatus.REFUSED : ExitStatus.IN_PART;
    }

    private List<String> places(Service service) {
        if (which.cause == null) {
            which.places.forEach(DeadLetterCommands::path);
            return which.places;
        }
        List<String> places = new ArrayList<>();
        for (JsonNode letter : service.get("dead-letters?limit=10000")) {
            if (letter.path("cause").asText().equals(which.cause)) {
                places.add(DeadLetterCommands.place(letter));
            }
        }
        return places;
    }

    private String end(Service service, String place) {
        try {
            return service.post(DeadLetterCommands.path(place) + "/" + action(), grounds.body())
                    .path("result")
                    .asText("DISCARDED");
        } catch (Failure e) {
            if (e.status() == ExitStatus.REFUSED || e.status() == ExitStatus.NOT_FOUND) {
                return "refused: " + e.sentence();
            }
            throw e;
        }
    }
}
