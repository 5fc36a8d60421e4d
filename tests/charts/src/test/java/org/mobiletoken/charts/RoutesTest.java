package org.mobiletoken.charts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteMatch;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mobiletoken.charts.Charts.Example;

/** From outside one can call what the committed contract offers to gateways and staff, and nothing else. */
class RoutesTest {
    private static final Map<String, Set<String>> BETWEEN_SERVICES = Map.of(
            "lockout-service",
            Set.of(
                    "POST /v1/attempts",
                    "PUT /v1/attempts/{attemptId}",
                    "POST /v1/freeze-checks",
                    "GET /v1/customers/{customerId}/freeze"));

    @ParameterizedTest
    @MethodSource("org.mobiletoken.charts.Charts#services")
    void every_operation_of_the_contract_is_routed_once_unless_only_services_call_it(String chart) {
        operations(chart).forEach(operation -> {
            boolean outside = !BETWEEN_SERVICES.getOrDefault(chart, Set.of()).contains(operation);
            assertThat(routes(chart).filter(route -> takes(route, operation)))
                    .as("%s of %s", operation, chart)
                    .hasSize(outside ? 1 : 0);
        });
    }

    @ParameterizedTest
    @MethodSource("org.mobiletoken.charts.Charts#services")
    void every_match_takes_some_operation_of_the_contract(String chart) {
        List<String> operations = operations(chart).toList();

        assertThat(routes(chart).flatMap(RoutesTest::matches))
                .isNotEmpty()
                .allSatisfy(match -> assertThat(operations).anyMatch(operation -> takes(match, operation)));
    }

    @ParameterizedTest
    @MethodSource("org.mobiletoken.charts.Charts#services")
    void nothing_of_the_framework_and_nothing_of_operations_is_on_the_apps_way(String chart) {
        for (String inside : List.of("GET /q/health", "GET /q/metrics", "GET /q/openapi", "GET /")) {
            assertThat(routes(chart)).noneMatch(route -> takes(route, inside));
        }
        assertThat(takes(route(chart, "apps"), "GET /v1/operations/status")).isFalse();
        assertThat(takes(route(chart, "staff"), "GET /v1/operations/status")).isTrue();
    }

    private static Stream<String> operations(String chart) {
        JsonNode paths = Yaml.read(Charts.REPOSITORY.resolve("docs/api/" + chart + ".yaml"))
                .path("paths");
        return paths.properties().stream()
                .flatMap(path -> Stream.of("GET", "POST", "PUT", "DELETE")
                        .filter(method -> path.getValue().has(method.toLowerCase(Locale.ROOT)))
                        .map(method -> method + " " + path.getKey()));
    }

    private static Stream<HTTPRoute> routes(String chart) {
        return Stream.of("apps", "staff")
                .flatMap(way ->
                        Manifests.of(new Example(chart, "production"))
                                .find(HTTPRoute.class, chart + "-" + way)
                                .stream());
    }

    private static HTTPRoute route(String chart, String way) {
        return Manifests.of(new Example(chart, "production")).get(HTTPRoute.class, chart + "-" + way);
    }

    private static Stream<HTTPRouteMatch> matches(HTTPRoute route) {
        return route.getSpec().getRules().stream().flatMap(rule -> rule.getMatches().stream());
    }

    private static boolean takes(HTTPRoute route, String operation) {
        return matches(route).anyMatch(match -> takes(match, operation));
    }

    private static boolean takes(HTTPRouteMatch match, String operation) {
        String path = operation.substring(operation.indexOf(' ') + 1).replaceAll("\\{[^}]+}", "some-id");
        String value = match.getPath().getValue();
        return operation.startsWith(match.getMethod() + " ")
                && switch (match.getPath().getType()) {
                    case "Exact" -> path.equals(value);
                    case "PathPrefix" -> path.equals(value) || path.startsWith(value + "/");
                    default -> path.matches(value);
                };
    }
}
