package org.mobiletoken.tokenctl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The consumers that hold their next record until somebody has looked. */
@Command(
        name = "halts",
        description = "Looks at halted consumers, and lets one go on.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {HaltCommands.ListHalts.class, HaltCommands.Lift.class})
final class HaltCommands {
    @Command(name = "list", description = "Lists the halted consumers.")
    static final class ListHalts extends Operation {
        @Option(
                names = {"-s", "--service"},
                description = "These only; all unless told otherwise.")
        private List<String> services = new ArrayList<>();

        @Override
        ExitStatus run(Platform platform, Output output) {
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            List<List<String>> rows = new ArrayList<>();
            for (Service service : platform.services(services)) {
                for (JsonNode halt : service.get("halts")) {
                    all.add(((ObjectNode) halt).put("service", service.name()));
                    rows.add(List.of(
                            service.name(),
                            Output.text(halt, "consumer"),
                            Output.text(halt, "id"),
                            Output.text(halt, "since"),
                            Output.text(halt, "because")));
                }
            }
            output.print(
                    all, List.of("SERVICE", "CONSUMER", "HALT", "SINCE", "BECAUSE"), rows, "No consumer is halted.");
            return ExitStatus.DONE;
        }
    }

    @Command(name = "lift", description = "Lets a halted consumer go on with the record that it holds.")
    static final class Lift extends Operation {
        @Mixin
        private Target target = new Target();

        @Parameters(index = "0", paramLabel = "HALT", description = "The halt, as halts list shows it.")
        @SuppressWarnings("NullAway.Init") // required
        private UUID halt;

        @Mixin
        private Grounds grounds = new Grounds();

        @Override
        ExitStatus run(Platform platform, Output output) {
            JsonNode lifted = target.in(platform).post("halts/" + halt + "/lift", grounds.body());
            output.say(lifted, Output.text(lifted, "consumer") + " goes on.");
            return ExitStatus.DONE;
        }
    }
}
