package org.mobiletoken.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas in the jar say what the records say; a difference is written to {@code target} to be looked at. */
class JsonSchemasTest {
    private static final Path PUBLISHED = Path.of("src/main/resources/org/mobiletoken/events/schemas");
    private static final Path GENERATED = Path.of("target/schemas");
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Class<? extends Event>> events() {
        return EventTypes.all().stream();
    }

    @ParameterizedTest
    @MethodSource("events")
    void the_published_schema_describes_the_event_as_it_is(Class<? extends Event> event) throws Exception {
        Path generated = GENERATED.resolve(fileOf(event));
        Files.createDirectories(GENERATED);
        Files.writeString(generated, Schemas.text(Schemas.of(event)));

        assertThat(PUBLISHED.resolve(fileOf(event)))
                .as("copy %s into %s if the change is meant", generated, PUBLISHED)
                .exists()
                .hasSameTextualContentAs(generated);
    }

    @ParameterizedTest
    @MethodSource("events")
    void the_golden_sample_meets_the_schema_in_the_jar(Class<? extends Event> event) throws Exception {
        JsonNode sample = read("/golden/" + event.getSimpleName() + ".json");
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(read("/org/mobiletoken/events/schemas/" + fileOf(event)));

        assertThat(schema.validate(
                        sample, context -> context.getExecutionConfig().setFormatAssertionsEnabled(true)))
                .isEmpty();
    }

    @Test
    void there_is_a_schema_for_every_event_and_for_nothing_else() throws Exception {
        try (Stream<Path> files = Files.list(PUBLISHED)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            events().map(JsonSchemasTest::fileOf).toList());
        }
    }

    private static String fileOf(Class<? extends Event> event) {
        return EventTypes.of(event) + ".json";
    }

    private static JsonNode read(String resource) throws Exception {
        try (InputStream json = JsonSchemasTest.class.getResourceAsStream(resource)) {
            assertThat(json).as(resource).isNotNull();
            return JSON.readTree(json);
        }
    }
}
