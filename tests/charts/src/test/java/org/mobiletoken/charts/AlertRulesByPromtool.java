package org.mobiletoken.charts;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mobiletoken.charts.Charts.Example;

/** Prometheus' own tool takes the rules, and each alert fires when it should and not before; {@code make alerts} runs it. */
class AlertRulesByPromtool {
    static final Path CASES = Charts.REPOSITORY.resolve("tests/charts/src/test/promtool");
    private static final Path FOLDER = Charts.REPOSITORY.resolve("tests/charts/target/promtool");

    @ParameterizedTest
    @MethodSource("org.mobiletoken.charts.Charts#services")
    void the_rules_are_understood_and_fire_in_time(String chart) throws IOException, InterruptedException {
        Path rules = FOLDER.resolve(chart + "-rules.yaml");
        Yaml.write(
                rules,
                Yaml.MAPPER.valueToTree(Manifests.of(new Example(chart, "production"))
                        .get(PrometheusRule.class, chart)
                        .getSpec()));
        Path cases = Files.copy(
                CASES.resolve(chart + ".yaml"), FOLDER.resolve(chart + ".yaml"), StandardCopyOption.REPLACE_EXISTING);

        assertThat(promtool("check", "rules", rules)).isZero();
        assertThat(promtool("test", "rules", cases)).isZero();
    }

    private static int promtool(String what, String kind, Path file) throws IOException, InterruptedException {
        return new ProcessBuilder("promtool", what, kind, file.toString())
                .inheritIO()
                .start()
                .waitFor();
    }
}
