package org.mobiletoken.tokenctl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
        @Mixin
        private Sources sources = new Sources();

        @Override
        ExitStatus run(Platform platform, Output output) {
            ArrayNode halts = sources.list(platform, "halts");
            output.print(
                    halts,
                    List.of("SERVICE", "CONSUMER", "HALT", "SINCE", "BECAUSE"),
                    Output.rows(halts, "service", "consumer", "id", "since", "because"),
                    "No consumer is halted.");
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
