package org.mobiletoken.charts;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mobiletoken.charts.Charts.Example;

/** Secrets are referred to and never held; a service gets those that it reads. */
class SecretsTest {
    private static final Pattern PREFIX = Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"\\)");
    private static final Set<String> LIBRARIES = Set.of("event-delivery", "http-api", "operations-api");
    private static final Set<String> FRAMEWORK = Set.of(
            "QUARKUS_DATASOURCE_USERNAME",
            "QUARKUS_DATASOURCE_PASSWORD",
            "QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET",
            "KAFKA_SASL_JAAS_CONFIG",
            "KAFKA_SSL_KEYSTORE_KEY",
            "KAFKA_SSL_KEYSTORE_CERTIFICATE_CHAIN");

    @ParameterizedTest
    @MethodSource("org.mobiletoken.charts.Charts#examples")
    void every_secret_belongs_to_settings_that_the_service_has(Example example) {
        Set<String> prefixes = Stream.concat(
                        LIBRARIES.stream().map(library -> "libs/" + library), Stream.of(example.chart()))
                .flatMap(SecretsTest::prefixes)
                .map(prefix -> prefix.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_") + "_")
                .collect(Collectors.toSet());

        for (EnvVar variable : secrets(example)) {
            assertThat(FRAMEWORK.contains(variable.getName())
                            || prefixes.stream().anyMatch(variable.getName()::startsWith))
                    .as("%s of %s", variable.getName(), example)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("org.mobiletoken.charts.Charts#examples")
    void no_secret_is_rendered_and_none_may_be_absent(Example example) {
        assertThat(secrets(example)).hasSizeGreaterThan(3).allSatisfy(variable -> {
            assertThat(variable.getValue()).isNull();
            assertThat(variable.getValueFrom().getSecretKeyRef().getOptional()).isNull();
        });
        assertThat(Manifests.of(example).all()).noneMatch(each -> each.getKind().equals("Secret"));
        assertThat(Settings.of(example).keySet())
                .noneMatch(name -> name.matches(".*(secret|password|keyset|peppers|api-key|jaas).*"));
    }

    static List<EnvVar> secrets(Example example) {
        return Manifests.of(example)
                .get(Deployment.class, example.chart())
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getFirst()
                .getEnv()
                .stream()
                .filter(variable -> !variable.getName().equals("JAVA_TOOL_OPTIONS")
                        && !variable.getName().equals("QUARKUS_CONFIG_LOCATIONS"))
                .toList();
    }

    private static Stream<String> prefixes(String module) {
        return Sources.of(module).flatMap(text -> PREFIX.matcher(text).results().map(match -> match.group(1)));
    }
}
