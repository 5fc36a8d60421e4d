package org.mobiletoken.events;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import org.jspecify.annotations.Nullable;

/** The JSON Schema of an event, generated from its record: what is not nullable is required, and what is unknown is allowed. */
final class Schemas {
    private static final SchemaGenerator GENERATOR = generator();
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private Schemas() {}

    static ObjectNode of(Class<? extends Event> event) {
        ObjectNode generated = GENERATOR.generateSchema(event);
        ObjectNode schema = JSON.createObjectNode();
        schema.set("$schema", generated.get("$schema"));
        schema.put("$id", "urn:mobile-token:event:" + EventTypes.of(event)).put("title", event.getSimpleName());
        return schema.setAll(generated);
    }

    static String text(ObjectNode schema) throws Exception {
        return JSON.writeValueAsString(schema) + "\n";
    }

    private static SchemaGenerator generator() {
        var config = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON);
        config.forFields()
                .withRequiredCheck(
                        field -> !field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class));
        return new SchemaGenerator(config.build());
    }
}
