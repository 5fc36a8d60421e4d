package org.mobiletoken.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The published AsyncAPI document says what the records say; a difference is written to {@code target} to be looked at. */
class AsyncApiTest {
    private static final Path PUBLISHED = Path.of("../../docs/events/asyncapi.yaml");
    private static final Path GENERATED = Path.of("target/asyncapi.yaml");
    private static final YAMLMapper YAML =
            YAMLMapper.builder().enable(YAMLGenerator.Feature.MINIMIZE_QUOTES).build();

    @Test
    void the_published_document_describes_every_event_as_it_is() throws Exception {
        JsonNode document = document();
        Files.createDirectories(GENERATED.getParent());
        Files.writeString(GENERATED, YAML.writeValueAsString(document));

        assertThat(YAML.readTree(PUBLISHED.toFile()))
                .as("copy %s over %s if the change is meant", GENERATED, PUBLISHED)
                .isEqualTo(YAML.readTree(GENERATED.toFile()));
    }

    private static JsonNode document() {
        ObjectNode root = object();
        root.put("asyncapi", "3.0.0");
        root.putObject("info")
                .put("title", "Mobile Token events")
                .put("version", "1.0.0")
                .put("description", "CloudEvents 1.0 in binary mode over Kafka; the record key is the customer id.");
        ObjectNode channels = root.putObject("channels");
        ObjectNode operations = root.putObject("operations");
        ObjectNode components = root.putObject("components");
        ObjectNode messages = components.putObject("messages");
        ObjectNode schemas = components.putObject("schemas");
        for (String topic : Topics.ALL) {
            String channel = topic.split("\\.")[1];
            channels.putObject(channel).put("address", topic).putObject("messages");
            ObjectNode operation = operations.putObject("publish-" + channel);
            operation.put("action", "send").putObject("channel").put("$ref", "#/channels/" + channel);
        }
        for (Class<? extends Event> type : EventTypes.all()) {
            String name = type.getSimpleName();
            String channel = EventTypes.topicOf(type).split("\\.")[1];
            ((ObjectNode) channels.at("/" + channel + "/messages"))
                    .putObject(name)
                    .put("$ref", "#/components/messages/" + name);
            ObjectNode message = messages.putObject(name);
            message.put("name", EventTypes.of(type)).put("contentType", "application/json");
            message.putObject("payload").put("$ref", "#/components/schemas/" + name);
            schemas.set(name, schema(type));
        }
        return root;
    }

    private static ObjectNode schema(Class<? extends Event> type) {
        ObjectNode schema = object();
        schema.put("type", "object");
        var required = schema.putArray("required");
        ObjectNode properties = schema.putObject("properties");
        for (RecordComponent component : type.getRecordComponents()) {
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(component.getName());
            }
            properties.set(component.getName(), property(component.getType()));
        }
        return schema;
    }

    private static ObjectNode property(Class<?> type) {
        ObjectNode property = object();
        if (type.isEnum()) {
            var names = property.put("type", "string").putArray("enum");
            for (Object constant : type.getEnumConstants()) {
                names.add(constant.toString());
            }
            return property;
        }
        return switch (type.getSimpleName()) {
            case "int", "long" -> property.put("type", "integer");
            case "boolean" -> property.put("type", "boolean");
            case "String" -> property.put("type", "string");
            default -> property.put("type", "string").put("format", format(type));
        };
    }

    private static String format(Class<?> type) {
        if (type == UUID.class) {
            return "uuid";
        }
        assertThat(type).isEqualTo(Instant.class);
        return "date-time";
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
