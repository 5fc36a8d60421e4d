package org.mobiletoken.tokenctl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the ledger of a service: who did what, when, why and with which outcome. */
@Command(name = "history", description = "Shows what operations did in a service, newest first.")
class HistoryCommand extends Operation {
    @Mixin
    private Target target = new Target();

    @Option(names = "--limit", defaultValue = "50", description = "How many entries, 500 at most.")
    private int limit;

    @Override
    final ExitStatus run(Platform platform, Output output) {
        JsonNode entries = target.in(platform).get("history?limit=" + limit);
        ArrayNode shown = JsonNodeFactory.instance.arrayNode();
        for (JsonNode entry : entries) {
            if (shows(entry)) {
                shown.add(entry);
            }
        }
        output.print(
                shown,
                List.of("AT", "WHO", "ACTION", "OF WHAT", "TICKET", "REASON", "OUTCOME"),
                Output.rows(shown, "at", "name", "action", "subject", "ticket", "reason", "outcome"),
                "Nothing has been done yet.");
        return ExitStatus.DONE;
    }

    boolean shows(JsonNode entry) {
        return true;
    }
}
