package org.mobiletoken.tokenctl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts a replay and watches it to its end. The service runs it: ending tokenctl ends nothing, and starting this again goes on watching. */
@Command(
        name = "run",
        description = "Runs an approved replay and shows its progress; again: shows the progress of a running one.")
final class RunReplay extends Operation {
    private static final long LOOK_EVERY_NANOS = 500_000_000L;
    private static final int SILENT_LOOKS_AT_MOST = 240;

    @Mixin
    private ReplayCommands.Named replay = new ReplayCommands.Named();

    @Option(names = "--hash", required = true, description = "The hash that the plan shows.")
    @SuppressWarnings("NullAway.Init") // required
    private String hash;

    @Mixin
    private Grounds grounds = new Grounds();

    @Option(names = "--events-per-second", description = "How fast; the service has a limit of its own.")
    private @Nullable Integer eventsPerSecond;

    @Option(names = "--no-wait", description = "Starts it and returns.")
    private boolean noWait;

    @Override
    ExitStatus run(Platform platform, Output output) {
        Service service = replay.service(platform);
        JsonNode found = service.get(replay.path());
        if (!state(found).equals("RUNNING")) {
            found = service.post(replay.path() + "/run", body());
        }
        JsonNode ended = noWait ? found : watch(service, found);
        ReplayOutput.print(ended, output);
        return switch (state(ended)) {
            case "RUNNING", "COMPLETED" -> ExitStatus.DONE;
            default -> ExitStatus.IN_PART;
        };
    }

    private Map<String, Object> body() {
        Map<String, Object> body = grounds.body();
        body.put("hash", hash);
        if (eventsPerSecond != null) {
            body.put("eventsPerSecond", eventsPerSecond);
        }
        return body;
    }

    private JsonNode watch(Service service, JsonNode started) {
        JsonNode seen = started;
        int silent = 0;
        try (Progress progress =
                Progress.of("events", started.path("progress").path("total").asLong(), this::warn)) {
            while (state(seen).equals("RUNNING")) {
                LockSupport.parkNanos(LOOK_EVERY_NANOS);
                try {
                    seen = service.get(replay.path());
                    silent = 0;
                } catch (Failure e) {
                    if (e.status() != ExitStatus.UNREACHABLE || ++silent > SILENT_LOOKS_AT_MOST) {
                        throw e;
                    }
                }
                JsonNode done = seen.path("progress");
                progress.at(
                        done.path("done").asLong(),
                        done.has("secondsLeft") ? done.path("secondsLeft").asLong() : null);
            }
        }
        return seen;
    }

    private static String state(JsonNode replay) {
        return replay.path("state").asText();
    }
}
