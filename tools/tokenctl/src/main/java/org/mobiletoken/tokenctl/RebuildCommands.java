package org.mobiletoken.tokenctl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Rebuilds of a projection: beside the live table first, then compared, then swapped in by a second person. */
@Command(
        name = "rebuild",
        description = "Makes a projection anew from its first event on, compares it and swaps it in.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RebuildCommands.Plan.class,
            RebuildCommands.Run.class,
            RebuildCommands.Diff.class,
            RebuildCommands.Swap.class,
            RebuildCommands.Abort.class,
            RebuildCommands.ListRebuilds.class
        })
final class RebuildCommands {
    private static final long LOOK_EVERY_NANOS = 500_000_000L;

    /** A rebuild of a service. */
    static final class Named {
        @Mixin
        private Target target = new Target();

        @Parameters(paramLabel = "REBUILD", description = "The rebuild, as rebuild plan or rebuild list shows it.")
        @SuppressWarnings("NullAway.Init") // required
        private UUID id;

        Service service(Platform platform) {
            return target.in(platform);
        }

        String path() {
            return "rebuilds/" + id;
        }
    }

    @Command(name = "plan", description = "Says from which events a projection would be made anew, and does nothing.")
    static final class Plan extends Operation {
        @Mixin
        private Target target = new Target();

        @Option(names = "--projection", required = true, description = "Which; sync has token-states.")
        @SuppressWarnings("NullAway.Init") // required
        private String projection;

        @Override
        ExitStatus run(Platform platform, Output output) {
            print(target.in(platform).post("rebuilds", Map.of("projection", projection)), output);
            return ExitStatus.DONE;
        }
    }

    @Command(
            name = "run",
            description = "Fills the table beside and shows the progress; again: shows the progress of a running one.")
    static final class Run extends Operation {
        @Mixin
        private Named rebuild = new Named();

        @Mixin
        private Grounds grounds = new Grounds();

        @Option(names = "--no-wait", description = "Starts it and returns.")
        private boolean noWait;

        @Override
        ExitStatus run(Platform platform, Output output) {
            Service service = rebuild.service(platform);
            JsonNode found = service.get(rebuild.path());
            if (!state(found).equals("RUNNING")) {
                found = service.post(rebuild.path() + "/run", grounds.body());
            }
            JsonNode ended = noWait ? found : watch(service, found);
            print(ended, output);
            return state(ended).equals("ABORTED") ? ExitStatus.IN_PART : ExitStatus.DONE;
        }

        private JsonNode watch(Service service, JsonNode started) {
            JsonNode seen = started;
            try (Progress progress = Progress.of("events", started.path("total").asLong(), this::warn)) {
                while (state(seen).equals("RUNNING")) {
                    LockSupport.parkNanos(LOOK_EVERY_NANOS);
                    seen = service.get(rebuild.path());
                    progress.at(
                            seen.path("done").asLong(),
                            seen.has("secondsLeft") ? seen.path("secondsLeft").asLong() : null);
                }
            }
            return seen;
        }
    }

    @Command(name = "diff", description = "Compares the table beside with the live one; exit status 8 if they differ.")
    static final class Diff extends Operation {
        @Mixin
        private Named rebuild = new Named();

        @Override
        ExitStatus run(Platform platform, Output output) {
            JsonNode difference = rebuild.service(platform).get(rebuild.path() + "/difference");
            List<List<String>> rows = new ArrayList<>();
            for (String what : List.of("equal", "same", "ahead", "different", "onlyLive", "hash")) {
                rows.add(List.of(what, Output.text(difference, what)));
            }
            difference.path("examples").forEach(row -> rows.add(List.of("row", row.asText())));
            output.print(difference, List.of("WHAT", "VALUE"), rows, "Nothing was compared.");
            return difference.path("equal").asBoolean() ? ExitStatus.DONE : ExitStatus.DIFFERENT;
        }
    }

    @Command(
            name = "swap",
            description =
                    "Puts the table beside in the place of the live one, as a second person and by the hash of diff.")
    static final class Swap extends Operation {
        @Mixin
        private Named rebuild = new Named();

        @Option(names = "--hash", required = true, description = "The hash that rebuild diff shows.")
        @SuppressWarnings("NullAway.Init") // required
        private String hash;

        @Mixin
        private Grounds grounds = new Grounds();

        @Override
        ExitStatus run(Platform platform, Output output) {
            Map<String, Object> body = grounds.body();
            body.put("hash", hash);
            print(rebuild.service(platform).post(rebuild.path() + "/swap", body), output);
            return ExitStatus.DONE;
        }
    }

    @Command(name = "abort", description = "Ends a rebuild; the live table stays as it is.")
    static final class Abort extends Operation {
        @Mixin
        private Named rebuild = new Named();

        @Mixin
        private Grounds grounds = new Grounds();

        @Override
        ExitStatus run(Platform platform, Output output) {
            print(rebuild.service(platform).post(rebuild.path() + "/abort", grounds.body()), output);
            return ExitStatus.DONE;
        }
    }

    @Command(name = "list", description = "Lists the rebuilds of a service, newest first.")
    static final class ListRebuilds extends Operation {
        @Mixin
        private Target target = new Target();

        @Override
        ExitStatus run(Platform platform, Output output) {
            JsonNode rebuilds = target.in(platform).get("rebuilds");
            List<List<String>> rows = new ArrayList<>();
            rebuilds.forEach(each -> rows.add(List.of(
                    Output.text(each, "id"),
                    state(each),
                    Output.text(each, "projection"),
                    Output.text(each, "done") + " of " + Output.text(each, "total"),
                    Output.text(each, "plannedAt"),
                    Output.text(each, "ticket"))));
            output.print(
                    rebuilds,
                    List.of("REBUILD", "STATE", "PROJECTION", "DONE", "PLANNED", "TICKET"),
                    rows,
                    "Nothing has been planned.");
            return ExitStatus.DONE;
        }
    }

    private static String state(JsonNode rebuild) {
        return rebuild.path("state").asText();
    }

    private static void print(JsonNode rebuild, Output output) {
        List<List<String>> rows = new ArrayList<>();
        for (String what : List.of("id", "state", "projection", "topic")) {
            rows.add(List.of(what, Output.text(rebuild, what)));
        }
        for (JsonNode part : rebuild.path("parts")) {
            rows.add(List.of(
                    "partition " + part.path("partition").asText(),
                    part.path("next").asText() + ", of " + part.path("first").asText() + " up to "
                            + part.path("end").asText()));
        }
        rows.add(List.of("done", Output.text(rebuild, "done") + " of " + Output.text(rebuild, "total")));
        rows.add(List.of("note", Output.text(rebuild, "note")));
        output.print(rebuild, List.of("WHAT", "VALUE"), rows, "Nothing is known of it.");
    }
}
