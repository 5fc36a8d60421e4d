package org.mobiletoken.tokenctl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The services that a list is made of: all of them, or those that are named. */
final class Sources {
    @Option(
            names = {"-s", "--service"},
            description = "These only; all unless told otherwise.")
    private List<String> names = new ArrayList<>();

    List<Service> in(Platform platform) {
        return platform.services(names);
    }

    /** What each service holds at a path, one list of it all, with the service's name in every entry. */
    ArrayNode list(Platform platform, String path) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (Service service : in(platform)) {
            for (JsonNode entry : service.get(path)) {
                all.add(((ObjectNode) entry).put("service", service.name()));
            }
        }
        return all;
    }
}
