package org.mobiletoken.charts;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.Rule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mobiletoken.charts.Charts.Example;

/** Every alert has a runbook, every runbook that begins with what is seen has an alert, and both speak of the same metrics. */
class AlertsTest {
    private static final Path RUNBOOKS = Charts.REPOSITORY.resolve("docs/runbooks");
    private static final Pattern METRIC = Pattern.compile("([a-z_]+)\\{");

    @ParameterizedTest
    @MethodSource("org.mobiletoken.charts.Charts#services")
    void every_alert_names_a_runbook_that_there_is(String chart) {
        assertThat(alerts(chart)).isNotEmpty().allSatisfy(alert -> {
            assertThat(RUNBOOKS.resolve(runbook(alert))).exists();
            assertThat(alert.getAnnotations()).containsKey("summary");
            assertThat(alert.getLabels()).containsEntry("service", chart).containsKey("severity");
        });
    }

    @Test
    void every_runbook_for_something_that_is_seen_has_an_alert() throws IOException {
        Set<String> named = Charts.services()
                .flatMap(chart -> alerts(chart).stream())
                .map(AlertsTest::runbook)
                .collect(Collectors.toSet());

        assertThat(named).containsExactlyInAnyOrderElementsOf(runbooksThatBeginWithWhatIsSeen());
    }

    @ParameterizedTest
    @MethodSource("org.mobiletoken.charts.Charts#services")
    void an_alert_asks_for_documented_metrics_of_its_own_service_only(String chart) throws IOException {
        String documented = Files.readString(Charts.REPOSITORY.resolve("docs/events/README.md"));

        for (Rule alert : alerts(chart)) {
            String expression = alert.getExpr().getStrVal();
            assertThat(expression).contains("{namespace=\"mobile-token\", service=\"" + chart + "\"}");
            assertThat(METRIC.matcher(expression).results().map(match -> match.group(1)))
                    .isNotEmpty()
                    .allSatisfy(metric -> assertThat(documented).contains("`" + metric + "`"));
        }
    }

    @ParameterizedTest
    @MethodSource("org.mobiletoken.charts.Charts#services")
    void metrics_are_read_where_the_service_has_them(String chart) {
        var monitor = Manifests.of(new Example(chart, "production")).get(ServiceMonitor.class, chart);

        assertThat(monitor.getSpec().getEndpoints()).singleElement().satisfies(endpoint -> {
            assertThat(endpoint.getPath()).isEqualTo("/q/metrics");
            assertThat(endpoint.getPort()).isEqualTo("http");
        });
    }

    private static List<Rule> alerts(String chart) {
        return Manifests.of(new Example(chart, "production"))
                .get(PrometheusRule.class, chart)
                .getSpec()
                .getGroups()
                .stream()
                .flatMap(group -> group.getRules().stream())
                .toList();
    }

    private static String runbook(Rule alert) {
        return Path.of(alert.getAnnotations().get("runbook_url")).getFileName().toString();
    }

    private static Set<String> runbooksThatBeginWithWhatIsSeen() throws IOException {
        try (Stream<Path> pages = Files.list(RUNBOOKS)) {
            return pages.filter(page -> Sources.text(page).contains("**What you see.**"))
                    .map(page -> page.getFileName().toString())
                    .collect(Collectors.toSet());
        }
    }
}
