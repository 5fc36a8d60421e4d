package org.mobiletoken.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every event ever written must still parse: the samples in {@code golden/} are added to and never changed. */
class GoldenSamplesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> PERSONAL =
            List.of("passcode", "hkid", "phone", "number", "email", "code", "name");

    static Stream<Class<? extends Event>> events() {
        return EventTypes.all().stream();
    }

    @ParameterizedTest
    @MethodSource("events")
    void yesterdays_event_still_parses_and_is_written_alike(Class<? extends Event> type) throws IOException {
        JsonNode sample = sample(type);

        Event event = EventTypes.parse(EventTypes.of(type), JSON.writeValueAsBytes(sample))
                .orElseThrow();

        assertThat(event).isInstanceOf(type);
        assertThat(JSON.readTree(EventTypes.json(event))).isEqualTo(sample);
    }

    @ParameterizedTest
    @MethodSource("events")
    void a_field_added_by_a_newer_owner_is_ignored(Class<? extends Event> type) throws IOException {
        ObjectNode newer = sample(type).deepCopy();
        newer.put("addedLater", "x");

        assertThat(EventTypes.parse(EventTypes.of(type), JSON.writeValueAsBytes(newer)))
                .isPresent();
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_event_lies_on_the_topic_of_its_owner_and_names_nothing_personal(Class<? extends Event> type)
            throws IOException {
        String owner = EventTypes.of(type).split("\\.")[1];

        assertThat(EventTypes.topicOf(type))
                .isEqualTo("mobile-token." + owner + ".v1")
                .isIn(Topics.ALL);
        assertThat(sample(type).fieldNames())
                .toIterable()
                .filteredOn(field -> !field.equals("deviceName"))
                .noneMatch(field -> PERSONAL.stream().anyMatch(field.toLowerCase(Locale.ROOT)::contains));
    }

    @Test
    void a_type_of_tomorrow_is_left_to_newer_readers() {
        assertThat(EventTypes.parse("mobile-token.enrolment.TokenPolished.v1", "{}".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void a_known_type_with_another_form_is_malformed_and_its_content_is_not_repeated() {
        byte[] json = "{\"tokenId\":\"secret\"}".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> EventTypes.parse("mobile-token.enrolment.TokenDisabled.v1", json))
                .isInstanceOf(MalformedEvent.class)
                .hasMessageNotContaining("secret");
    }

    private static ObjectNode sample(Class<? extends Event> type) throws IOException {
        String file = "/golden/" + type.getSimpleName() + ".json";
        try (InputStream json = GoldenSamplesTest.class.getResourceAsStream(file)) {
            assertThat(json).as(file).isNotNull();
            return (ObjectNode) JSON.readTree(json);
        }
    }
}
