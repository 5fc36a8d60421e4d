package org.mobiletoken.tokenctl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Prints a replay: what it picks, what that comes to, and how far it is. */
final class ReplayOutput {
    static final List<String> HEADINGS =
            List.of("REPLAY", "STATE", "CONSUMER", "TOPIC", "EVENTS", "DONE", "PLANNED", "TICKET");

    private ReplayOutput() {}

    static List<String> row(JsonNode replay) {
        return List.of(
                Output.text(replay, "id"),
                Output.text(replay, "state"),
                Output.text(replay.path("selection"), "consumer"),
                Output.text(replay.path("selection"), "topic"),
                Output.text(replay.path("contents"), "events"),
                Output.text(replay.path("progress"), "done"),
                Output.text(replay, "plannedAt"),
                Output.text(replay, "ticket"));
    }

    static void print(JsonNode replay, Output output) {
        output.print(replay, List.of("WHAT", "VALUE"), lines(replay), "Nothing is known of it.");
    }

    private static List<List<String>> lines(JsonNode replay) {
        JsonNode selection = replay.path("selection");
        JsonNode contents = replay.path("contents");
        JsonNode progress = replay.path("progress");
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("replay", Output.text(replay, "id")));
        lines.add(List.of("state", Output.text(replay, "state")));
        lines.add(List.of("hash", Output.text(replay, "hash")));
        lines.add(List.of("expires", Output.text(replay, "expiresAt")));
        lines.add(List.of("consumer", Output.text(selection, "consumer")));
        lines.add(List.of("topic", Output.text(selection, "topic")));
        for (JsonNode range : replay.path("ranges")) {
            lines.add(List.of(
                    "partition " + range.path("partition").asText(),
                    range.path("from").asText() + " up to " + range.path("to").asText() + ", "
                            + contents.path("byPartition")
                                    .path(range.path("partition").asText())
                                    .asLong()
                            + " events"));
        }
        for (JsonNode type : contents.path("byType")) {
            lines.add(List.of(
                    type.path("type").asText(),
                    type.path("events").asText() + " events, "
                            + type.path("known").asText() + " known"));
        }
        contents.path("byDay")
                .properties()
                .forEach(day -> lines.add(List.of(day.getKey(), day.getValue().asText() + " events")));
        lines.add(List.of("effects", Output.text(contents, "effects")));
        lines.add(List.of(
                "done",
                progress.path("done").asText() + " of " + progress.path("total").asText()));
        lines.add(List.of("note", Output.text(replay, "note")));
        return lines;
    }
}
