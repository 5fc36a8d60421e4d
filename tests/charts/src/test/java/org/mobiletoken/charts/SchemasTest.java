package org.mobiletoken.charts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Helm takes a schema from the chart itself only, so what the library's values may be is said once in each, in the same words. */
class SchemasTest {
    /** What a chart says of its own settings, secrets and addresses. */
    private static final List<String> ITS_OWN = List.of(
            "/title",
            "/properties/settings/properties",
            "/properties/secrets/properties/keys/propertyNames",
            "/properties/secrets/properties/keys/required",
            "/properties/urls");

    @ParameterizedTest
    @MethodSource("org.mobiletoken.charts.Charts#services")
    void what_the_charts_have_in_common_is_allowed_alike(String chart) {
        assertThat(inCommon(chart).toPrettyString())
                .isEqualTo(inCommon(Charts.SERVICES.getFirst()).toPrettyString());
    }

    @ParameterizedTest
    @MethodSource("org.mobiletoken.charts.Charts#services")
    void every_value_of_the_library_is_in_the_schema_and_every_object_is_closed(String chart) {
        var properties = (ObjectNode) schema(chart).path("properties");
        var values = Yaml.read(Charts.SOURCE.resolve("library/values.yaml")).at("/exports/defaults");

        assertThat(properties.propertyStream().map(each -> each.getKey()))
                .containsAll(values.propertyStream().map(each -> each.getKey()).toList());
        assertThat(schema(chart).path("additionalProperties").asText()).isEqualTo("false");
    }

    private static ObjectNode inCommon(String chart) {
        ObjectNode schema = schema(chart);
        for (String own : ITS_OWN) {
            int name = own.lastIndexOf('/');
            ((ObjectNode) schema.at(own.substring(0, name))).remove(own.substring(name + 1));
        }
        return schema;
    }

    private static ObjectNode schema(String chart) {
        return Yaml.read(Charts.SOURCE.resolve(chart).resolve("values.schema.json"));
    }
}
