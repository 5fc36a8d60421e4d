package org.mobiletoken.operations;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mobiletoken.testing.TestTokens;

/** Only operations may look and act, and this holds in every service, which gets these endpoints as they are. */
@QuarkusTest
class SecurityTest extends OperationsTest {
    private static final UUID ID = UUID.randomUUID();

    record Endpoint(String method, String path) {}

    static Stream<Endpoint> endpoints() {
        return Stream.of(
                new Endpoint("GET", "status"),
                new Endpoint("GET", "history"),
                new Endpoint("GET", "halts"),
                new Endpoint("POST", "halts/" + ID + "/lift"),
                new Endpoint("GET", "parked-keys"),
                new Endpoint("GET", "parked-keys/parcel-moves/k"),
                new Endpoint("POST", "parked-keys/parcel-moves/k/retry"),
                new Endpoint("POST", "parked-keys/parcel-moves/k/skip"),
                new Endpoint("GET", "dead-letters"),
                new Endpoint("GET", "dead-letters/0/0"),
                new Endpoint("POST", "dead-letters/0/0/redrive"),
                new Endpoint("POST", "dead-letters/0/0/discard"),
                new Endpoint("GET", "replays"),
                new Endpoint("POST", "replays"),
                new Endpoint("GET", "replays/" + ID),
                new Endpoint("POST", "replays/" + ID + "/approval"),
                new Endpoint("POST", "replays/" + ID + "/run"),
                new Endpoint("POST", "replays/" + ID + "/abort"),
                new Endpoint("GET", "rebuilds"),
                new Endpoint("POST", "rebuilds"),
                new Endpoint("GET", "rebuilds/" + ID),
                new Endpoint("GET", "rebuilds/" + ID + "/difference"),
                new Endpoint("POST", "rebuilds/" + ID + "/run"),
                new Endpoint("POST", "rebuilds/" + ID + "/swap"),
                new Endpoint("POST", "rebuilds/" + ID + "/abort"));
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void nobody_without_a_valid_token_is_served(Endpoint endpoint) {
        refused(given().contentType("application/json"), endpoint, 401);
        refused(as(TestTokens.forged(UUID.randomUUID().toString(), "investment")), endpoint, 401);
        refused(as(TestTokens.forAnotherAudience(UUID.randomUUID().toString(), "investment")), endpoint, 401);
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void nobody_but_operations_is_served(Endpoint endpoint) {
        refused(as(TestTokens.customer(UUID.randomUUID().toString(), "investment")), endpoint, 403);
        refused(as(TestTokens.gateway("investment")), endpoint, 403);
        refused(as(TestTokens.service("enrolment-service")), endpoint, 403);
        refused(as(TestTokens.staff("officer.ho", "branch-officer")), endpoint, 403);
        refused(as(TestTokens.staff("approver.lam", "branch-approver")), endpoint, 403);
        refused(as(TestTokens.service("payment-system", "transaction-executor")), endpoint, 403);
    }

    private static void refused(RequestSpecification request, Endpoint endpoint, int status) {
        if (endpoint.method().equals("POST")) {
            request.body(Map.of());
        }
        request.request(endpoint.method(), "/v1/operations/" + endpoint.path())
                .then()
                .statusCode(status)
                .contentType("application/problem+json");
    }
}
