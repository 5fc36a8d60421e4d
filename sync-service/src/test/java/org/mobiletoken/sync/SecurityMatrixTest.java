package org.mobiletoken.sync;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mobiletoken.testing.TestTokens;

/** Another customer's and the other app's tokens are let in, but reach only what is theirs: see {@link SynchronisingTest}. */
@QuarkusTest
class SecurityMatrixTest extends SyncServiceTest {
    private record Endpoint(Method method, String path, Map<String, String> body) {}

    static Stream<Arguments> endpoints() {
        UUID id = UUID.randomUUID();
        return Stream.of(
                        new Endpoint(Method.GET, "/v1/sync-offer?otherAppKey=" + KEY, Map.of()),
                        new Endpoint(
                                Method.POST,
                                "/v1/sync-offer/answers",
                                Map.of("answer", "CANCELLED", "sourceApp", BANKING)),
                        new Endpoint(Method.POST, "/v1/syncs", request("good", id)),
                        new Endpoint(Method.GET, "/v1/syncs/" + id, Map.of()))
                .map(Arguments::of);
    }

    static Stream<Arguments> operations() {
        return Stream.of("/v1/operations/status", "/v1/operations/history")
                .map(path -> new Endpoint(Method.GET, path, Map.of()))
                .map(Arguments::of);
    }

    @Test
    void operations_see_every_consumer_before_its_first_event() {
        as(TestTokens.staff("operator.ng", "operations"))
                .get("/v1/operations/status")
                .then()
                .body("consumers.name", contains("sync-freeze-states", "sync-token-states"))
                .body("consumers.group", everyItem(equalTo("sync-service")));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void only_operations_look_after_the_events(Endpoint endpoint) {
        refused(given(), endpoint, 401, "unauthenticated");
        refused(as(TestTokens.customer(customer, INVESTMENT)), endpoint, 403, "forbidden");
        refused(as(TestTokens.service("enrolment-service")), endpoint, 403, "forbidden");
        refused(as(TestTokens.staff("officer.ho", "branch-officer")), endpoint, 403, "forbidden");
        as(TestTokens.staff("operator.ng", "operations"))
                .get(endpoint.path())
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void nobody_without_a_valid_token_is_served(Endpoint endpoint) {
        refused(given(), endpoint, 401, "unauthenticated");
        refused(as("not.a.token"), endpoint, 401, "unauthenticated");
        refused(as(TestTokens.forged(customer, INVESTMENT)), endpoint, 401, "unauthenticated");
        refused(as(TestTokens.forAnotherAudience(customer, INVESTMENT)), endpoint, 401, "unauthenticated");
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void only_customers_in_an_app_are_served(Endpoint endpoint) {
        refused(as(TestTokens.gateway(INVESTMENT)), endpoint, 403, "forbidden");
        refused(as(TestTokens.service("enrolment-service")), endpoint, 403, "forbidden");
        refused(as(TestTokens.staff("officer.ho", "branch-officer")), endpoint, 403, "forbidden");
        refused(as(TestTokens.staff("operator.ng", "operations")), endpoint, 403, "forbidden");
        refused(as(TestTokens.customer(customer, "unknown-app")), endpoint, 403, "forbidden");
    }

    private static void refused(RequestSpecification request, Endpoint endpoint, int status, String problem) {
        if (endpoint.method() == Method.POST) {
            request.contentType("application/json").body(endpoint.body());
        }
        request.request(endpoint.method(), endpoint.path())
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:mobile-token:problem:" + problem));
    }
}
