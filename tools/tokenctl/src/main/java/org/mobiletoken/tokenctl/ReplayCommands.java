package org.mobiletoken.tokenctl;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Replays: a plan first, then a second person's approval, then the run by the service itself. */
@Command(
        name = "replay",
        description = "Plans, approves, runs and aborts replays of events to a consumer.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ReplayCommands.Plan.class,
            ReplayCommands.Approve.class,
            RunReplay.class,
            ReplayCommands.Abort.class,
            ReplayCommands.ListReplays.class,
            ReplayCommands.Show.class,
            ReplayCommands.History.class
        })
final class ReplayCommands {
    /** A replay of a service. */
    static final class Named {
        @Mixin
        private Target target = new Target();

        @Parameters(paramLabel = "REPLAY", description = "The replay, as replay plan or replay list shows it.")
        @SuppressWarnings("NullAway.Init") // required
        private UUID id;

        Service service(Platform platform) {
            return target.in(platform);
        }

        String path() {
            return "replays/" + id;
        }
    }

    @Command(name = "plan", description = "Says what a replay would do, and does nothing.")
    static final class Plan extends Operation {
        @Mixin
        private Target target = new Target();

        @Option(names = "--consumer", description = "To whom; may be left out where one consumer reads the topic.")
        private @Nullable String consumer;

        @Option(names = "--topic", description = "From where; may be left out with --consumer.")
        private @Nullable String topic;

        @Option(names = "--partition", description = "These partitions only.")
        private List<Integer> partitions = new ArrayList<>();

        @Option(names = "--from-offset", description = "From this offset of the one partition on.")
        private @Nullable Long fromOffset;

        @Option(names = "--to-offset", description = "Up to this offset of the one partition, itself not included.")
        private @Nullable Long toOffset;

        @Option(names = "--since", description = "Published then or later, as in 2026-11-24T14:00:00+08:00.")
        private @Nullable Instant since;

        @Option(names = "--until", description = "Published before.")
        private @Nullable Instant until;

        @Option(names = "--key", description = "Events of this key only.")
        private @Nullable String key;

        @Option(names = "--type", description = "Events of these types only.")
        private List<String> types = new ArrayList<>();

        @Override
        ExitStatus run(Platform platform, Output output) {
            Map<String, Object> body = new LinkedHashMap<>();
            putIfGiven(body, "consumer", consumer);
            putIfGiven(body, "topic", topic);
            body.put("partitions", partitions);
            putIfGiven(body, "fromOffset", fromOffset);
            putIfGiven(body, "toOffset", toOffset);
            putIfGiven(body, "since", since == null ? null : since.toString());
            putIfGiven(body, "until", until == null ? null : until.toString());
            putIfGiven(body, "key", key);
            body.put("types", types);
            ReplayOutput.print(target.in(platform).post("replays", body), output);
            return ExitStatus.DONE;
        }

        private static void putIfGiven(Map<String, Object> body, String member, @Nullable Object value) {
            if (value != null) {
                body.put(member, value);
            }
        }
    }

    @Command(name = "approve", description = "Approves a plan, as a second person and by the hash of what was seen.")
    static final class Approve extends Operation {
        @Mixin
        private Named replay = new Named();

        @Option(names = "--hash", required = true, description = "The hash that the plan shows.")
        @SuppressWarnings("NullAway.Init") // required
        private String hash;

        @Override
        ExitStatus run(Platform platform, Output output) {
            JsonNode approved = replay.service(platform).post(replay.path() + "/approval", Map.of("hash", hash));
            output.say(
                    approved,
                    "Approved. It can be run until "
                            + approved.path("expiresAt").asText() + ".");
            return ExitStatus.DONE;
        }
    }

    @Command(name = "abort", description = "Ends a replay; what was handed over stays.")
    static final class Abort extends Operation {
        @Mixin
        private Named replay = new Named();

        @Mixin
        private Grounds grounds = new Grounds();

        @Override
        ExitStatus run(Platform platform, Output output) {
            ReplayOutput.print(replay.service(platform).post(replay.path() + "/abort", grounds.body()), output);
            return ExitStatus.DONE;
        }
    }

    @Command(name = "list", description = "Lists the replays of a service, newest first.")
    static final class ListReplays extends Operation {
        @Mixin
        private Target target = new Target();

        @Override
        ExitStatus run(Platform platform, Output output) {
            JsonNode replays = target.in(platform).get("replays");
            List<List<String>> rows = new ArrayList<>();
            replays.forEach(each -> rows.add(ReplayOutput.row(each)));
            output.print(replays, ReplayOutput.HEADINGS, rows, "Nothing has been planned.");
            return ExitStatus.DONE;
        }
    }

    @Command(name = "show", description = "Shows a replay with its plan and its progress.")
    static final class Show extends Operation {
        @Mixin
        private Named replay = new Named();

        @Override
        ExitStatus run(Platform platform, Output output) {
            ReplayOutput.print(replay.service(platform).get(replay.path()), output);
            return ExitStatus.DONE;
        }
    }

    @Command(name = "history", description = "Shows who planned, approved, ran and aborted replays, newest first.")
    static final class History extends HistoryCommand {
        @Override
        boolean shows(JsonNode entry) {
            return entry.path("action").asText().startsWith("REPLAY_");
        }
    }
}
