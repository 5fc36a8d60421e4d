package org.mobiletoken.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One field of one event, as a line of text.
 *
 * @param event the CloudEvents type
 * @param form its JSON type, with its format where it has one
 * @param values all that it can be, if they are listed
 */
record ReleasedField(String event, String name, String form, boolean required, Set<String> values) {
    private static final String SEPARATOR = " | ";

    static Stream<ReleasedField> of(Class<? extends Event> event) {
        ObjectNode schema = Schemas.of(event);
        List<String> required = texts(schema.path("required"));
        return schema.path("properties").properties().stream()
                .map(property -> new ReleasedField(
                        EventTypes.of(event),
                        property.getKey(),
                        form(property.getValue()),
                        required.contains(property.getKey()),
                        new TreeSet<>(texts(property.getValue().path("enum")))));
    }

    static ReleasedField parse(String line) {
        String[] parts = line.split(" *\\| *", -1);
        Set<String> values = new TreeSet<>();
        if (!parts[4].isBlank()) {
            values.addAll(Arrays.asList(parts[4].split(" ")));
        }
        return new ReleasedField(parts[0], parts[1], parts[2], parts[3].equals("required"), values);
    }

    String line() {
        return String.join(SEPARATOR, event, name, form, required ? "required" : "optional", String.join(" ", values))
                .stripTrailing();
    }

    String path() {
        return event + " " + name;
    }

    private static String form(JsonNode property) {
        String format = property.path("format").asText();
        return property.required("type").asText() + (format.isEmpty() ? "" : " " + format);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
