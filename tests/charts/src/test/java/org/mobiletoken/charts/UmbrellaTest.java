package org.mobiletoken.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mobiletoken.charts.Charts.Example;

/** One release of everything is the four releases together, and refuses what would keep them from working together. */
class UmbrellaTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("org.mobiletoken.charts.Charts#examplesOfUmbrella")
    void its_manifests_are_those_of_the_four_charts_that_were_reviewed(Example example) {
        Map<String, JsonNode> reviewed = Charts.services()
                .map(chart -> "tests/charts/src/test/resources/golden/" + chart + "/" + example.name() + ".yaml")
                .map(golden -> byKindAndName(Sources.text(Charts.REPOSITORY.resolve(golden))))
                .collect(HashMap::new, Map::putAll, Map::putAll);
        Map<String, JsonNode> rendered = byKindAndName(Charts.rendered(example));

        assertThat(rendered.keySet()).isEqualTo(reviewed.keySet());
        rendered.forEach((name, manifest) -> assertThat(manifest).as(name).isEqualTo(reviewed.get(name)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            sync-service: {database: {name: enrolment}}                                        | enrolment-service and sync-service both have the database postgres.bank.example:5432/enrolment; each needs its own.
            sync-service: {routes: {apps: {hostnames: [lockout.mobile-token.bank.example]}}}   | both have the host name lockout.mobile-token.bank.example; each needs its own.
            sync-service: {oidc: {issuer: 'https://other.bank.example/a'}}                     | oidc.issuer is https://login.bank.example/realms/mobile-token in enrolment-service and https://other.bank.example/a in sync-service; they have to be alike.
            lockout-service: {kafka: {bootstrap: 'other:9093'}}                                | kafka.bootstrap is bank-kafka-bootstrap:9093 in enrolment-service and other:9093 in lockout-service
            lockout-service: {kafka: {strimzi: {cluster: other}}}                              | kafka.strimzi.cluster is bank in enrolment-service and other in lockout-service
            lockout-service: {production: false}                                               | production is true in enrolment-service and false in lockout-service
            sync-service: {image: {digest: ''}}                                                | sync-service: image.digest is missing
            sync-service: {unheard-of: 1}                                                      | unheard-of
            unheard-of: {}                                                                     | unheard-of
            """)
    void it_refuses(String change, String sentence) throws JsonProcessingException {
        Path values = folder.resolve("values.yaml");
        var production = new Example(Charts.UMBRELLA, "production");
        Yaml.write(values, Yaml.patched(Yaml.read(production.file()), Yaml.MAPPER.readTree(change)));

        assertThatThrownBy(() -> Charts.render(Charts.UMBRELLA, values)).hasMessageContaining(sentence);
    }

    private static Map<String, JsonNode> byKindAndName(String manifests) {
        return Yaml.documents(manifests).stream()
                .collect(Collectors.toMap(
                        each -> each.path("kind").asText() + " "
                                + each.at("/metadata/name").asText(),
                        Function.identity()));
    }
}
