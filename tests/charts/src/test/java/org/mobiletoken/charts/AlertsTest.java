package org.mobiletoken.charts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.Rule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mobiletoken.charts.Charts.Example;

/** Every alert has a runbook, every runbook that begins with what is seen has an alert, and a service is asked for metrics that it shows. */
class AlertsTest {
    private static final Path RUNBOOKS = Charts.REPOSITORY.resolve("docs/runbooks");
    private static final Pattern LIMIT = Pattern.compile("le=\"([^\"]+)\"");

    private static final Pattern NOT_COUNTED = Pattern.compile("uri!~?=?\"([^\"]+)\"");

    /** As `docs/operations/metrics.md` lists them; whole seconds are left out, since they have two spellings. */
    private static final List<String> LIMITS_OF_REQUESTS =
            List.of("0.005", "0.01", "0.025", "0.05", "0.1", "0.25", "0.5", "2.5");

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
    void every_alert_has_a_case_in_which_it_fires_and_one_in_which_it_does_not() {
        List<JsonNode> cases = Charts.services()
                .map(chart -> Yaml.read(AlertRulesByPromtool.CASES.resolve(chart + ".yaml")))
                .flatMap(file -> file.findValues("alert_rule_test").stream())
                .flatMap(tests -> tests.valueStream())
                .toList();

        assertThat(Charts.services().flatMap(chart -> alerts(chart).stream()).map(Rule::getAlert))
                .allSatisfy(alert -> assertThat(cases)
                        .filteredOn(each -> each.path("alertname").asText().equals(alert))
                        .extracting(each -> each.path("exp_alerts").isEmpty())
                        .contains(true, false));
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
    void a_rule_asks_for_metrics_that_its_own_service_shows(String chart) {
        Metrics metrics = Metrics.documented();
        Set<String> recorded =
                rules(chart).map(Rule::getRecord).filter(Objects::nonNull).collect(Collectors.toSet());

        rules(chart).map(rule -> new Expression(rule.getExpr().getStrVal())).forEach(expression -> {
            assertThat(expression.selectors()).isNotEmpty().allSatisfy(selector -> {
                assertThat(selector.chosenBy()).startsWith("namespace=\"mobile-token\", service=\"" + chart + "\"");
                if (!recorded.contains(selector.series())) {
                    assertThat(metrics.of(selector.series()).isShownBy(chart))
                            .as(selector.series())
                            .isTrue();
                    assertThat(Stream.concat(selector.labels().stream(), expression.groupedBy().stream()))
                            .allMatch(label -> metrics.has(selector.series(), label));
                }
            });
        });
    }

    @ParameterizedTest
    @MethodSource("org.mobiletoken.charts.Charts#services")
    void the_time_of_an_objective_is_a_limit_that_is_counted_by(String chart) {
        assertThat(rules(chart)
                        .map(rule -> rule.getExpr().getStrVal())
                        .flatMap(text -> LIMIT.matcher(text).results())
                        .map(match -> match.group(1)))
                .isNotEmpty()
                .allSatisfy(limit -> assertThat(LIMITS_OF_REQUESTS).contains(limit));
    }

    @ParameterizedTest
    @MethodSource("org.mobiletoken.charts.Charts#services")
    void the_page_of_objectives_has_the_time_and_what_is_not_counted(String chart) {
        String row = Sources.text(Charts.REPOSITORY.resolve("docs/operations/objectives.md"))
                .lines()
                .filter(line -> line.startsWith("| " + chart + " |"))
                .findFirst()
                .orElseThrow();
        List<String> expressions =
                rules(chart).map(rule -> rule.getExpr().getStrVal()).toList();

        assertThat(expressions)
                .flatMap(text -> LIMIT.matcher(text)
                        .results()
                        .map(match -> match.group(1))
                        .toList())
                .allSatisfy(limit -> assertThat(row).contains("| " + limit + " s |"));
        assertThat(expressions)
                .flatMap(text -> NOT_COUNTED
                        .matcher(text)
                        .results()
                        .map(match -> match.group(1))
                        .toList())
                .allSatisfy(address -> {
                    assertThat(row).contains("`" + address + "`");
                    assertThat(addresses(chart)).anyMatch(each -> each.matches(address));
                });
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
        return rules(chart).filter(rule -> rule.getAlert() != null).toList();
    }

    private static Stream<Rule> rules(String chart) {
        return Manifests.of(new Example(chart, "production"))
                .get(PrometheusRule.class, chart)
                .getSpec()
                .getGroups()
                .stream()
                .flatMap(group -> group.getRules().stream());
    }

    private static List<String> addresses(String chart) {
        return Yaml.read(Charts.REPOSITORY.resolve("docs/api/" + chart + ".yaml"))
                .path("paths")
                .propertyStream()
                .map(path -> path.getKey())
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
