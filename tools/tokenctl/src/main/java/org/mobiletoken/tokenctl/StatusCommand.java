package org.mobiletoken.tokenctl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what waits in each service and how far its consumers are behind; a service that is silent hides none of the others. */
@Command(name = "status", description = "Shows outbox, parked keys, dead letters, halts and lag of each service.")
final class StatusCommand extends Operation {
    private static final List<String> HEADINGS = List.of(
            "SERVICE",
            "OUTBOX",
            "OLDEST",
            "PARKED KEYS",
            "PARKED EVENTS",
            "DEAD LETTERS",
            "HALTED",
            "CONSUMER",
            "TOPIC",
            "LAG");

    @Mixin
    private Sources sources = new Sources();

    @Override
    ExitStatus run(Platform platform, Output output) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        List<List<String>> rows = new ArrayList<>();
        ExitStatus worst = ExitStatus.DONE;
        try (Lags lags = platform.lags()) {
            for (Service service : sources.in(platform)) {
                try {
                    ObjectNode status = (ObjectNode) service.get("status");
                    addLags(status, lags);
                    all.add(status);
                    rows.addAll(rows(service.name(), status));
                } catch (Failure e) {
                    warn(e.sentence());
                    worst = e.status();
                }
            }
        }
        output.print(all, HEADINGS, rows, "Nobody answers.");
        return worst;
    }

    private static void addLags(ObjectNode status, Lags lags) {
        for (JsonNode consumer : status.path("consumers")) {
            ((ObjectNode) consumer)
                    .put(
                            "lag",
                            lags.of(
                                    consumer.path("group").asText(),
                                    consumer.path("topic").asText()));
        }
    }

    private static List<List<String>> rows(String service, JsonNode status) {
        List<List<String>> rows = new ArrayList<>();
        List<String> waiting = List.of(
                service,
                Output.text(status, "outboxEvents"),
                String.format(
                        Locale.ROOT,
                        "%.1f s",
                        status.path("outboxOldestSeconds").asDouble()),
                Output.text(status, "parkedKeys"),
                Output.text(status, "parkedEvents"),
                Output.text(status, "deadLetters"),
                Output.text(status, "halts"));
        for (JsonNode consumer : status.path("consumers")) {
            List<String> row = new ArrayList<>(rows.isEmpty() ? waiting : List.of("", "", "", "", "", "", ""));
            row.addAll(List.of(
                    Output.text(consumer, "name"), Output.text(consumer, "topic"), Output.text(consumer, "lag")));
            rows.add(row);
        }
        if (rows.isEmpty()) {
            List<String> row = new ArrayList<>(waiting);
            row.addAll(List.of("-", "-", "-"));
            rows.add(row);
        }
        return rows;
    }
}
