package org.mobiletoken.lockout;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mobiletoken.testing.KafkaResource;
import org.mobiletoken.testing.PostgresResource;
import org.mobiletoken.testing.TestTokens;
import org.mobiletoken.testing.TokensResource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokensResource.class)
class SecurityTest {

    private static final String CUSTOMER = LockoutClient.newCustomer();

    /** One endpoint, and by what name each caller is known who may call it. */
    private record Endpoint(String method, String path, Map<String, ?> body, List<String> allowed) {
        @Override
        public String toString() {
            return method + " " + path.replaceAll("[0-9a-f-]{36}", "{id}");
        }
    }

    private static List<Endpoint> endpoints() {
        var id = UUID.randomUUID();
        var ofCustomer = "/v1/customers/" + CUSTOMER;
        var reading = List.of("officer", "approver");
        return List.of(
                new Endpoint(
                        "POST",
                        "/v1/attempts",
                        LockoutClient.reservation(CUSTOMER, id, "investment"),
                        List.of("enrolment-service")),
                new Endpoint(
                        "PUT",
                        "/v1/attempts/" + id,
                        Map.of("customerId", CUSTOMER, "outcome", "ACCEPTED"),
                        List.of("enrolment-service")),
                new Endpoint("GET", ofCustomer + "/freeze", Map.of(), List.of("enrolment-service", "sync-service")),
                new Endpoint(
                        "POST",
                        "/v1/freeze-checks",
                        Map.of("customerIds", List.of(CUSTOMER)),
                        List.of("enrolment-service", "sync-service")),
                new Endpoint("GET", "/v1/freeze", Map.of(), List.of("customer")),
                new Endpoint("GET", ofCustomer + "/lockout", Map.of(), reading),
                new Endpoint("GET", ofCustomer + "/lockout/history", Map.of(), reading),
                new Endpoint(
                        "POST",
                        ofCustomer + "/unfreezes",
                        Map.of("freezeId", id.toString(), "reason", "seen", "reference", "HK-1"),
                        List.of("officer")),
                new Endpoint("POST", ofCustomer + "/unfreezes/" + id + "/approval", Map.of(), List.of("approver")),
                new Endpoint("GET", "/v1/operations/status", Map.of(), List.of("operator")),
                new Endpoint("GET", "/v1/operations/history", Map.of(), List.of("operator")),
                new Endpoint("GET", ofCustomer + "/e-token", Map.of(), reading),
                new Endpoint(
                        "PUT",
                        ofCustomer + "/e-token",
                        Map.of("manufacturer", "oath.ACME", "serialNumber", "A-0", "reference", "HK-1"),
                        List.of("officer")),
                new Endpoint("DELETE", ofCustomer + "/e-token?reference=HK-1", Map.of(), List.of("officer")),
                new Endpoint(
                        "POST",
                        "/v1/e-token-unfreezes",
                        Map.of("freezeId", id.toString(), "code", "123456"),
                        List.of("customer")));
    }

    private static Map<String, String> callers() {
        return Map.of(
                "customer", TestTokens.customer(CUSTOMER, "investment"),
                "gateway", TestTokens.gateway("mobile-banking"),
                "enrolment-service", TestTokens.service("enrolment-service"),
                "sync-service", TestTokens.service("sync-service"),
                "officer", TestTokens.staff("officer.ho", "branch-officer"),
                "approver", TestTokens.staff("approver.lam", "branch-approver"),
                "operator", TestTokens.staff("operator.ng", "operations"),
                "payment-system", TestTokens.service("payment-system", "transaction-executor"));
    }

    static Stream<Endpoint> everyEndpoint() {
        return endpoints().stream();
    }

    static Stream<Arguments> whoeverMayNot() {
        var refused = new ArrayList<Arguments>();
        for (var endpoint : endpoints()) {
            callers().keySet().stream()
                    .filter(caller -> !endpoint.allowed().contains(caller))
                    .forEach(caller -> refused.add(Arguments.of(endpoint, caller)));
        }
        return refused.stream();
    }

    static Stream<Arguments> whoeverMay() {
        return endpoints().stream()
                .flatMap(endpoint -> endpoint.allowed().stream().map(caller -> Arguments.of(endpoint, caller)));
    }

    @ParameterizedTest
    @MethodSource("everyEndpoint")
    void nobody_calls_without_a_token(Endpoint endpoint) {
        call(endpoint, given().contentType("application/json"), 401);
    }

    @ParameterizedTest
    @MethodSource("everyEndpoint")
    void nobody_calls_with_a_token_of_another_issuer_or_for_another_system(Endpoint endpoint) {
        call(endpoint, LockoutClient.as(TestTokens.forged(CUSTOMER, "investment")), 401);
        call(endpoint, LockoutClient.as(TestTokens.forAnotherAudience(CUSTOMER, "investment")), 401);
    }

    @ParameterizedTest
    @MethodSource("whoeverMayNot")
    void a_caller_of_another_kind_is_refused(Endpoint endpoint, String caller) {
        call(endpoint, LockoutClient.as(callers().get(caller)), 403);
    }

    @ParameterizedTest
    @MethodSource("whoeverMay")
    void a_caller_of_the_right_kind_is_heard(Endpoint endpoint, String caller) {
        int status = LockoutClient.as(callers().get(caller))
                .body(endpoint.body())
                .request(endpoint.method(), endpoint.path())
                .statusCode();
        assertThat(status).isIn(200, 201, 404);
    }

    private static void call(Endpoint endpoint, RequestSpecification request, int expected) {
        request.body(endpoint.body())
                .request(endpoint.method(), endpoint.path())
                .then()
                .statusCode(expected)
                .contentType("application/problem+json");
    }

    @Test
    void what_is_no_endpoint_is_not_found_or_refused_but_never_answered() {
        LockoutClient.as(callers().get("enrolment-service"))
                .get("/v1/customers")
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:mobile-token:problem:not-found"));
    }
}
