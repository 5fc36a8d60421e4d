package org.mobiletoken.charts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mobiletoken.charts.Charts.Example;
import org.mobiletoken.charts.Expression.Selector;

/** One dashboard for each service and one for the business; each asks for what is shown, and together for all of it. */
class DashboardsTest {
    private static final Set<String> UNITS = Set.of("reqps", "cps", "percentunit", "s", "short", "bytes");

    /** Shown by every service as it runs, and documented by the libraries that show them. */
    private static final Set<String> OF_LIBRARIES =
            Set.of("jvm_memory_used_bytes", "jvm_gc_pause_seconds_sum", "process_cpu_usage");

    /** A dashboard, and the service that its metrics are asked of; the business asks all. */
    record Dashboard(String name, JsonNode json) {
        List<JsonNode> panels() {
            return json.path("panels")
                    .valueStream()
                    .filter(panel -> panel.path("type").asText().equals("timeseries"))
                    .toList();
        }

        List<Expression> expressions() {
            return panels().stream()
                    .flatMap(panel -> panel.path("targets").valueStream())
                    .map(target -> new Expression(target.path("expr").asText()))
                    .toList();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Dashboard> dashboards() {
        return Stream.concat(Charts.services(), Stream.of("business")).map(DashboardsTest::dashboard);
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void a_dashboard_asks_for_metrics_that_the_service_shows(Dashboard dashboard) {
        Metrics metrics = Metrics.documented();

        for (Expression expression : dashboard.expressions()) {
            assertThat(expression.selectors()).isNotEmpty();
            for (Selector selector : expression.selectors()) {
                assertThat(selector.chosenBy()).startsWith(labels(dashboard));
                if (isDocumented(selector)) {
                    assertThat(shownBy(dashboard))
                            .as(selector.series())
                            .anyMatch(metrics.of(selector.series())::isShownBy);
                    assertThat(Stream.concat(selector.labels().stream(), expression.groupedBy().stream()))
                            .as(expression.text())
                            .allMatch(label -> metrics.has(selector.series(), label));
                }
            }
        }
    }

    @Test
    void together_they_show_every_metric_of_the_page() {
        Metrics metrics = Metrics.documented();

        assertThat(dashboards()
                        .flatMap(dashboard -> dashboard.expressions().stream())
                        .flatMap(expression -> expression.selectors().stream())
                        .filter(DashboardsTest::isDocumented)
                        .map(selector -> metrics.of(selector.series()).name())
                        .collect(Collectors.toSet()))
                .isEqualTo(metrics.byName().keySet());
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void a_panel_says_what_it_shows_in_which_unit_and_covers_no_other(Dashboard dashboard) {
        var covered = new HashSet<String>();

        assertThat(dashboard.panels()).isNotEmpty().allSatisfy(panel -> {
            assertThat(panel.path("title").asText()).isNotBlank();
            assertThat(UNITS).contains(panel.at("/fieldConfig/defaults/unit").asText());
            assertThat(panel.at("/datasource/uid").asText()).isEqualTo("${datasource}");
            assertThat(panel.path("targets").valueStream())
                    .isNotEmpty()
                    .allSatisfy(target ->
                            assertThat(target.path("legendFormat").asText()).isNotBlank());
            assertThat(covered.add(panel.path("gridPos").toString())).isTrue();
        });
        assertThat(dashboard
                        .json()
                        .path("panels")
                        .valueStream()
                        .map(panel -> panel.path("id").asInt()))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void a_legend_names_labels_that_the_query_leaves(Dashboard dashboard) {
        for (JsonNode panel : dashboard.panels()) {
            panel.path("targets")
                    .valueStream()
                    .forEach(target -> assertThat(
                                    new Expression(target.path("expr").asText()).groupedBy())
                            .containsAll(Expression.labelsOfLegend(
                                    target.path("legendFormat").asText())));
        }
    }

    private static boolean isDocumented(Selector selector) {
        return !OF_LIBRARIES.contains(selector.series()) && !selector.series().startsWith("service:");
    }

    private static List<String> shownBy(Dashboard dashboard) {
        return dashboard.name().equals("business") ? Charts.SERVICES : List.of(dashboard.name());
    }

    private static String labels(Dashboard dashboard) {
        return dashboard.name().equals("business")
                ? "namespace=\"mobile-token\""
                : "namespace=\"mobile-token\", service=\"" + dashboard.name() + "\"";
    }

    private static Dashboard dashboard(String name) {
        String chart = name.equals("business") ? "enrolment-service" : name;
        ConfigMap map = Manifests.of(new Example(chart, "production")).get(ConfigMap.class, name + "-dashboard");
        assertThat(map.getMetadata().getLabels()).containsEntry("grafana_dashboard", "1");
        try {
            return new Dashboard(name, Yaml.MAPPER.readTree(map.getData().get("mobile-token-" + name + ".json")));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
