package org.mobiletoken.charts;

import static io.strimzi.api.kafka.model.user.acl.StrimziAclOperation.DESCRIBE;
import static io.strimzi.api.kafka.model.user.acl.StrimziAclOperation.DESCRIBECONFIGS;
import static io.strimzi.api.kafka.model.user.acl.StrimziAclOperation.READ;
import static io.strimzi.api.kafka.model.user.acl.StrimziAclOperation.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import io.strimzi.api.kafka.model.user.KafkaUserAuthorizationSimple;
import io.strimzi.api.kafka.model.user.acl.AclRule;
import io.strimzi.api.kafka.model.user.acl.AclRuleGroupResource;
import io.strimzi.api.kafka.model.user.acl.AclRuleTopicResource;
import io.strimzi.api.kafka.model.user.acl.StrimziAclOperation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mobiletoken.charts.Charts.Example;
import org.mobiletoken.events.Topics;

/** A service may do with Kafka what its code does, and nothing else; a topic has one owner, who alone writes to it. */
class KafkaRightsTest {
    private static final Map<String, Long> KEPT_MILLIS = Map.of(
            "for good", -1L,
            "7 days", 7 * 86_400_000L,
            "90 days", 90 * 86_400_000L);

    @ParameterizedTest
    @MethodSource("org.mobiletoken.charts.Charts#services")
    void a_service_has_the_rights_that_its_code_needs_and_no_other(String chart) {
        var expected = new HashMap<String, Set<StrimziAclOperation>>();
        KafkaUse use = KafkaUse.of(chart);
        use.written().forEach(topic -> expected.put("topic " + topic, Set.of(DESCRIBE, WRITE)));
        use.read().forEach(topic -> expected.put("topic " + topic, Set.of(DESCRIBE, DESCRIBECONFIGS, READ)));
        use.deadLetters().forEach(topic -> expected.put("topic " + topic, Set.of(DESCRIBE, READ, WRITE)));
        use.groups().forEach(group -> expected.put("group " + group, Set.of(DESCRIBE, READ)));

        assertThat(rights(chart)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("org.mobiletoken.charts.Charts#services")
    void a_service_says_itself_which_topics_it_writes_to(String chart) {
        assertThat(Sources.settings(chart)
                        .get("mobile-token.delivery.publishes")
                        .split(","))
                .containsExactlyInAnyOrderElementsOf(KafkaUse.of(chart).written());
    }

    @Test
    void every_topic_is_made_once_by_the_only_one_who_writes_to_it() {
        var made = new HashSet<String>();
        for (String chart : Charts.SERVICES) {
            KafkaUse use = KafkaUse.of(chart);
            assertThat(topics(chart))
                    .extracting(topic -> topic.getMetadata().getName())
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(use.written().stream(), use.deadLetters().stream())
                                    .toList());
            topics(chart)
                    .forEach(topic ->
                            assertThat(made.add(topic.getMetadata().getName())).isTrue());
        }

        assertThat(made).containsAll(Topics.ALL);
    }

    @ParameterizedTest
    @MethodSource("org.mobiletoken.charts.Charts#services")
    void a_topic_is_kept_as_long_as_the_page_on_events_says_and_outlives_the_release(String chart) {
        for (KafkaTopic topic : topics(chart)) {
            assertThat(Long.parseLong(
                            topic.getSpec().getConfig().get("retention.ms").toString()))
                    .as(topic.getMetadata().getName())
                    .isEqualTo(keptMillis(topic.getMetadata().getName()));
            assertThat(topic.getMetadata().getAnnotations()).containsEntry("helm.sh/resource-policy", "keep");
        }
    }

    @ParameterizedTest
    @MethodSource("org.mobiletoken.charts.Charts#services")
    void a_topic_has_a_partition_for_every_reader_and_survives_a_broker(String chart) {
        for (KafkaTopic topic : topics(chart)) {
            assertThat(topic.getSpec().getPartitions())
                    .isGreaterThanOrEqualTo(KafkaUse.of(chart).readersAtMost());
            assertThat(topic.getSpec().getReplicas())
                    .isGreaterThan((Integer) topic.getSpec().getConfig().get("min.insync.replicas"));
        }
    }

    @ParameterizedTest
    @MethodSource("org.mobiletoken.charts.Charts#examples")
    void the_pods_prove_who_they_are_with_what_strimzi_makes_for_the_user(Example example) {
        Manifests manifests = Manifests.of(example);
        manifests.find(KafkaUser.class, example.chart() + "-kafka").ifPresent(user -> {
            boolean certificate =
                    Settings.of(example).get("kafka.security.protocol").equals("SSL");
            assertThat(user.getSpec().getAuthentication().getType()).isEqualTo(certificate ? "tls" : "scram-sha-512");
            assertThat(SecretsTest.secrets(example))
                    .filteredOn(variable -> variable.getName().startsWith("KAFKA_"))
                    .extracting(variable ->
                            variable.getValueFrom().getSecretKeyRef().getKey())
                    .containsExactlyInAnyOrderElementsOf(
                            certificate ? List.of("user.crt", "user.key") : List.of("sasl.jaas.config"));
            assertThat(SecretsTest.secrets(example))
                    .filteredOn(variable -> variable.getName().startsWith("KAFKA_"))
                    .allSatisfy(variable -> assertThat(
                                    variable.getValueFrom().getSecretKeyRef().getName())
                            .isEqualTo(user.getMetadata().getName()));
        });
    }

    private static Map<String, Set<StrimziAclOperation>> rights(String chart) {
        return rights(production(chart).get(KafkaUser.class, chart + "-kafka"));
    }

    static Map<String, Set<StrimziAclOperation>> rights(KafkaUser user) {
        var authorization = (KafkaUserAuthorizationSimple) user.getSpec().getAuthorization();
        assertThat(authorization.getAcls())
                .allSatisfy(right -> assertThat(right.getType().toValue()).isEqualTo("allow"));
        return authorization.getAcls().stream()
                .collect(Collectors.toMap(KafkaRightsTest::resource, right -> Set.copyOf(right.getOperations())));
    }

    private static String resource(AclRule right) {
        return switch (right.getResource()) {
            case AclRuleTopicResource topic
            when topic.getPatternType().toValue().equals("literal") -> "topic " + topic.getName();
            case AclRuleGroupResource group
            when group.getPatternType().toValue().equals("literal") -> "group " + group.getName();
            default -> throw new AssertionError("A right to more than one topic or group: " + right);
        };
    }

    private static long keptMillis(String topic) {
        String row = topic.contains(".dead-letters.") ? "mobile-token.<service>.dead-letters.v1" : topic;
        return Sources.text(Charts.REPOSITORY.resolve("docs/events/README.md"))
                .lines()
                .filter(line -> line.startsWith("| `" + row + "` |"))
                .map(line -> KEPT_MILLIS.get(line.split("\\|")[3].strip()))
                .findFirst()
                .orElseThrow();
    }

    private static List<KafkaTopic> topics(String chart) {
        return production(chart).every(KafkaTopic.class);
    }

    private static Manifests production(String chart) {
        return Manifests.of(new Example(chart, "production"));
    }
}
