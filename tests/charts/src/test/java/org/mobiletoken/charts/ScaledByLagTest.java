package org.mobiletoken.charts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.strimzi.api.kafka.model.user.KafkaUser;
import io.strimzi.api.kafka.model.user.acl.StrimziAclOperation;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mobiletoken.charts.Charts.Example;

/** KEDA scales by what a service consumes, and may see that and nothing else. */
class ScaledByLagTest {
    private static final Example BY_STRIMZI = new Example("sync-service", "scaled-by-lag");
    private static final Example BY_PASSWORD = new Example("notification-service", "sms-by-http");
    private static final Example BY_CERTIFICATE = new Example("enrolment-service", "keys-being-rotated");

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("org.mobiletoken.charts.Charts#examples")
    void keda_knows_every_field(Example example) {
        for (JsonNode manifest : Yaml.documents(Charts.rendered(example))) {
            if (manifest.path("apiVersion").asText().startsWith("keda.sh/")) {
                assertThat(mistakes(manifest)).isEmpty();
            }
        }
    }

    @Test
    void a_field_that_keda_does_not_have_is_noticed() {
        JsonNode misspelt = Yaml.documents("""
                apiVersion: keda.sh/v1alpha1
                kind: ScaledObject
                spec:
                  scaleTargetRef: {name: sync-service}
                  minReplicas: 2
                  triggers: []
                """).getFirst();

        assertThat(mistakes(misspelt)).singleElement().asString().contains("minReplicas");
    }

    @Test
    void there_is_a_trigger_for_the_cpu_and_for_every_topic_that_the_service_consumes() {
        for (Example example : List.of(BY_STRIMZI, BY_PASSWORD, BY_CERTIFICATE)) {
            KafkaUse use = KafkaUse.of(example.chart());
            List<JsonNode> triggers = list(scaled(example).at("/spec/triggers"));

            assertThat(triggers)
                    .filteredOn(trigger -> trigger.path("type").asText().equals("cpu"))
                    .hasSize(1);
            assertThat(triggers)
                    .filteredOn(trigger -> trigger.path("type").asText().equals("kafka"))
                    .extracting(trigger -> trigger.at("/metadata/topic").asText())
                    .containsExactlyInAnyOrderElementsOf(use.read());
            assertThat(triggers)
                    .filteredOn(trigger -> trigger.path("type").asText().equals("kafka"))
                    .allSatisfy(trigger -> {
                        assertThat(use.groups())
                                .contains(trigger.at("/metadata/consumerGroup").asText());
                        assertThat(trigger.at("/metadata/tls").asText()).isEqualTo("enable");
                    });
        }
    }

    @Test
    void the_deployment_is_scaled_within_the_limits_that_are_set() {
        JsonNode spec = scaled(BY_STRIMZI).path("spec");

        assertThat(spec.at("/scaleTargetRef/name").asText()).isEqualTo("sync-service");
        assertThat(spec.path("minReplicaCount").asInt()).isEqualTo(3);
        assertThat(spec.path("maxReplicaCount").asInt()).isEqualTo(6);
    }

    @Test
    void strimzi_makes_a_user_for_it_that_may_only_see() {
        KafkaUser user = Manifests.of(BY_STRIMZI).get(KafkaUser.class, "sync-service-scaler");
        KafkaUse use = KafkaUse.of("sync-service");

        assertThat(KafkaRightsTest.rights(user).values()).containsOnly(Set.of(StrimziAclOperation.DESCRIBE));
        assertThat(KafkaRightsTest.rights(user))
                .hasSize(use.read().size() + use.groups().size());
        assertThat(Manifests.of(BY_STRIMZI)
                        .get(ConfigMap.class, "sync-service-scaler")
                        .getData())
                .containsEntry("username", user.getMetadata().getName());
        assertThat(authentication(BY_STRIMZI).at("/spec/secretTargetRef/1/name").asText())
                .isEqualTo(user.getMetadata().getName());
    }

    @Test
    void elsewhere_it_proves_itself_with_what_the_values_name() {
        assertThat(list(authentication(BY_PASSWORD).at("/spec/secretTargetRef")))
                .extracting(each -> each.path("parameter").asText())
                .containsExactly("ca", "password", "username");
        assertThat(list(authentication(BY_CERTIFICATE).at("/spec/secretTargetRef")))
                .extracting(each -> each.path("parameter").asText())
                .containsExactly("ca", "cert", "key");
    }

    @Test
    void a_user_of_strimzi_may_prove_itself_with_a_certificate_too() throws JsonProcessingException {
        Path values = folder.resolve("values.yaml");
        Yaml.write(values, Yaml.patched(Yaml.read(BY_STRIMZI.file()), Yaml.MAPPER.readTree("""
                {"kafka": {"protocol": "SSL"}, "secrets": {"keys": {
                    "KAFKA_SASL_JAAS_CONFIG": null,
                    "KAFKA_SSL_KEYSTORE_KEY": "sync-service-kafka/user.key",
                    "KAFKA_SSL_KEYSTORE_CERTIFICATE_CHAIN": "sync-service-kafka/user.crt"}}}""")));
        JsonNode authentication = manifest(Charts.render("sync-service", values), "TriggerAuthentication");

        assertThat(list(authentication.at("/spec/secretTargetRef")))
                .extracting(each ->
                        each.path("name").asText() + "/" + each.path("key").asText())
                .containsExactly(
                        "bank-cluster-ca-cert/ca.crt", "sync-service-scaler/user.crt", "sync-service-scaler/user.key");
        assertThat(mistakes(authentication)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ScaledObject", "TriggerAuthentication"})
    void it_is_off_unless_asked_for(String kind) {
        for (String chart : Charts.SERVICES) {
            assertThat(Manifests.of(new Example(chart, "production")).bySchema(kind))
                    .isEmpty();
        }
    }

    private static Set<ValidationMessage> mistakes(JsonNode manifest) {
        String schema = "/keda/" + manifest.path("kind").asText() + ".schema.json";
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                .getSchema(ScaledByLagTest.class.getResourceAsStream(schema))
                .validate(manifest);
    }

    private static JsonNode scaled(Example example) {
        return manifest(Charts.rendered(example), "ScaledObject");
    }

    private static JsonNode authentication(Example example) {
        return manifest(Charts.rendered(example), "TriggerAuthentication");
    }

    private static JsonNode manifest(String rendered, String kind) {
        return Yaml.documents(rendered).stream()
                .filter(each -> each.path("kind").asText().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
