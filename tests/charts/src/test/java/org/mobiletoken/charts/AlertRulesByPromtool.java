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
import org.mobiletoken.charts.DashboardsTest.Dashboard;

/** Prometheus' own tool takes rules and queries, and each alert fires when it should and not before; {@code make alerts} runs it. */
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

    @ParameterizedTest
    @MethodSource("org.mobiletoken.charts.DashboardsTest#dashboards")
    void the_queries_of_the_dashboards_are_understood(Dashboard dashboard) throws IOException, InterruptedException {
        var group = Yaml.MAPPER.createObjectNode().put("name", dashboard.name());
        var rules = group.putArray("rules");
        for (Expression query : dashboard.expressions()) {
            rules.addObject()
                    .put("record", "dashboard:query_" + rules.size())
                    .put("expr", query.text().replace("$__rate_interval", "5m"));
        }
        Path file = FOLDER.resolve(dashboard.name() + "-dashboard.yaml");
        Yaml.write(
                file,
                Yaml.MAPPER
                        .createObjectNode()
                        .set("groups", Yaml.MAPPER.createArrayNode().add(group)));

        assertThat(promtool("check", "rules", file)).isZero();
    }

    private static int promtool(String what, String kind, Path file) throws IOException, InterruptedException {
        return new ProcessBuilder("promtool", what, kind, file.toString())
                .inheritIO()
                .start()
                .waitFor();
    }
}
