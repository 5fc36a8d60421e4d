package org.mobiletoken.tokenctl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The keys whose events wait because one failed. */
@Command(
        name = "parked",
        description = "Looks at parked keys, tries them again, or leaves an event out.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ParkedCommands.ListKeys.class,
            ParkedCommands.Show.class,
            ParkedCommands.Retry.class,
            ParkedCommands.Skip.class
        })
final class ParkedCommands {
    /** A parked key of a consumer. */
    static final class Key {
        @Mixin
        private Target target = new Target();

        @Parameters(index = "0", paramLabel = "CONSUMER", description = "The consumer, as parked list shows it.")
        @SuppressWarnings("NullAway.Init") // required
        private String consumer;

        @Parameters(index = "1", paramLabel = "KEY", description = "The key, as parked list shows it.")
        @SuppressWarnings("NullAway.Init") // required
        private String key;

        Service service(Platform platform) {
            return target.in(platform);
        }

        String path() {
            return "parked-keys/" + Service.segment(consumer) + "/" + Service.segment(key);
        }
    }

    @Command(name = "list", description = "Lists the parked keys.")
    static final class ListKeys extends Operation {
        @Mixin
        private Sources sources = new Sources();

        @Override
        ExitStatus run(Platform platform, Output output) {
            ArrayNode keys = sources.list(platform, "parked-keys");
            output.print(
                    keys,
                    List.of("SERVICE", "CONSUMER", "KEY", "WAITING", "SINCE", "FAILED EVENT", "BECAUSE"),
                    Output.rows(keys, "service", "consumer", "key", "waiting", "since", "type", "reason"),
                    "No key is parked.");
            return ExitStatus.DONE;
        }
    }

    @Command(name = "show", description = "Shows the events of a parked key in their order, the failed one first.")
    static final class Show extends Operation {
        @Mixin
        private Key key = new Key();

        @Override
        ExitStatus run(Platform platform, Output output) {
            JsonNode events = key.service(platform).get(key.path());
            List<List<String>> rows = new ArrayList<>();
            for (JsonNode event : events) {
                rows.add(List.of(
                        Output.text(event, "eventId"),
                        Output.text(event, "type"),
                        Output.text(event, "time"),
                        Output.text(event, "topic") + "-" + Output.text(event, "partition") + "@"
                                + Output.text(event, "offset"),
                        Output.text(event, "reason")));
            }
            output.print(events, List.of("EVENT", "TYPE", "HAPPENED", "FROM", "BECAUSE"), rows, "No event waits.");
            return ExitStatus.DONE;
        }
    }

    @Command(name = "retry", description = "Tries the events of a key again, in their order, until one fails.")
    static final class Retry extends Operation {
        @Mixin
        private Key key = new Key();

        @Mixin
        private Grounds grounds = new Grounds();

        @Override
        ExitStatus run(Platform platform, Output output) {
            JsonNode retried = key.service(platform).post(key.path() + "/retry", grounds.body());
            long waiting = retried.path("waiting").asLong();
            output.say(
                    retried,
                    retried.path("handled").asLong() + " events were handled, "
                            + (waiting == 0
                                    ? "and the key is free."
                                    : waiting + " still wait: show the key to see why."));
            return waiting == 0 ? ExitStatus.DONE : ExitStatus.IN_PART;
        }
    }

    @Command(name = "skip", description = "Leaves out the event in front, for good; the rest waits for a retry.")
    static final class Skip extends Operation {
        @Mixin
        private Key key = new Key();

        @Option(names = "--event", required = true, description = "The event in front, as parked show shows it.")
        @SuppressWarnings("NullAway.Init") // required
        private UUID event;

        @Mixin
        private Grounds grounds = new Grounds();

        @Override
        ExitStatus run(Platform platform, Output output) {
            Map<String, Object> body = grounds.body();
            body.put("eventId", event.toString());
            JsonNode skipped = key.service(platform).post(key.path() + "/skip", body);
            output.say(skipped, "Event " + event + " is skipped. Retry the key to handle the rest.");
            return ExitStatus.DONE;
        }
    }
}
