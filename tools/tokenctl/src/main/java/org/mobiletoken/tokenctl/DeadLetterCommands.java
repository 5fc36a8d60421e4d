package org.mobiletoken.tokenctl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The records that could not be read. */
@Command(
        name = "dead-letters",
        description = "Looks at dead letters, hands them to their handler again, or discards them.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DeadLetterCommands.ListLetters.class,
            DeadLetterCommands.Show.class,
            EndDeadLetters.Redrive.class,
            EndDeadLetters.Discard.class
        })
final class DeadLetterCommands {
    /** Letters that died alike. */
    private record Cause(String service, String consumer, String cause) {}

    static String place(JsonNode letter) {
        return letter.path("partition").asText() + "@" + letter.path("offset").asText();
    }

    /** The path of the letter at a place like 0@12. */
    static String path(String place) {
        if (!place.matches("\\d{1,9}@\\d{1,18}")) {
            throw new Failure(
                    ExitStatus.USAGE,
                    "'" + place
                            + "' is no place of a letter. Write partition@offset as dead-letters list --each shows it.");
        }
        return "dead-letters/" + place.replace('@', '/');
    }

    @Command(name = "list", description = "Lists the open dead letters, those of one cause together.")
    static final class ListLetters extends Operation {
        @Mixin
        private Sources sources = new Sources();

        @Option(names = "--each", description = "Lists every letter by itself.")
        private boolean each;

        @Override
        ExitStatus run(Platform platform, Output output) {
            ArrayNode letters = sources.list(platform, "dead-letters");
            if (each) {
                output.print(
                        letters,
                        List.of("SERVICE", "LETTER", "DEAD SINCE", "CONSUMER", "CAUSE", "FROM"),
                        rows(letters),
                        "There is no open dead letter.");
            } else {
                printCauses(letters, output);
            }
            return ExitStatus.DONE;
        }

        private static List<List<String>> rows(ArrayNode letters) {
            List<List<String>> rows = new ArrayList<>();
            for (JsonNode letter : letters) {
                rows.add(List.of(
                        Output.text(letter, "service"),
                        place(letter),
                        Output.text(letter, "deadSince"),
                        Output.text(letter, "consumer"),
                        Output.text(letter, "cause"),
                        Output.text(letter, "origin")));
            }
            return rows;
        }

        private static void printCauses(ArrayNode letters, Output output) {
            Map<Cause, Integer> counts = new LinkedHashMap<>();
            for (JsonNode letter : letters) {
                Cause cause = new Cause(
                        Output.text(letter, "service"), Output.text(letter, "consumer"), Output.text(letter, "cause"));
                counts.merge(cause, 1, Integer::sum);
            }
            ArrayNode causes = JsonNodeFactory.instance.arrayNode();
            List<List<String>> rows = new ArrayList<>();
            counts.forEach((cause, count) -> {
                causes.addObject()
                        .put("service", cause.service())
                        .put("consumer", cause.consumer())
                        .put("cause", cause.cause())
                        .put("letters", count);
                rows.add(List.of(cause.service(), cause.consumer(), count.toString(), cause.cause()));
            });
            output.print(
                    causes, List.of("SERVICE", "CONSUMER", "LETTERS", "CAUSE"), rows, "There is no open dead letter.");
        }
    }

    @Command(name = "show", description = "Shows what is known of a letter; never its bytes.")
    static final class Show extends Operation {
        @Mixin
        private Target target = new Target();

        @Parameters(paramLabel = "LETTER", description = "partition@offset, as dead-letters list --each shows it.")
        @SuppressWarnings("NullAway.Init") // required
        private String place;

        @Override
        ExitStatus run(Platform platform, Output output) {
            JsonNode letter = target.in(platform).get(path(place));
            List<List<String>> rows = new ArrayList<>();
            letter.properties()
                    .forEach(member -> rows.add(List.of(member.getKey(), Output.text(letter, member.getKey()))));
            output.print(letter, List.of("WHAT", "VALUE"), rows, "Nothing is known of it.");
            return ExitStatus.DONE;
        }
    }
}
