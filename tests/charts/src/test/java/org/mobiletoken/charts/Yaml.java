package org.mobiletoken.charts;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads YAML, and lays one document over another as Helm does: null takes a key away. */
final class Yaml {
    static final YAMLMapper MAPPER = YAMLMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Yaml() {}

    static List<JsonNode> documents(String text) {
        try (var values = MAPPER.readerFor(JsonNode.class).<JsonNode>readValues(text)) {
            return values.readAll().stream().filter(JsonNode::isObject).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With what an anchor stands for in every place that refers to it. */
    static ObjectNode read(Path file) {
        var loader = new org.yaml.snakeyaml.Yaml(new SafeConstructor(new LoaderOptions()));
        return MAPPER.valueToTree(loader.load(Sources.text(file)));
    }

    static void write(Path file, JsonNode node) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, MAPPER.writeValueAsString(node));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What Helm makes of a chart's defaults below and a file of values above. */
    static ObjectNode overlay(ObjectNode below, JsonNode above) {
        return merge(below, above, true);
    }

    /** One file of values, changed: a null takes away what the file has, and stays otherwise, for Helm to take a default away. */
    static ObjectNode patched(ObjectNode file, JsonNode change) {
        return merge(file, change, false);
    }

    private static ObjectNode merge(ObjectNode below, JsonNode above, boolean whole) {
        ObjectNode result = below.deepCopy();
        for (var field : above.properties()) {
            JsonNode value = field.getValue();
            if (value.isNull() && (whole || result.has(field.getKey()))) {
                result.remove(field.getKey());
            } else if (value.isObject() && result.get(field.getKey()) instanceof ObjectNode existing) {
                result.set(field.getKey(), merge(existing, value, whole));
            } else {
                result.set(field.getKey(), value);
            }
        }
        return result;
    }
}
