package org.mobiletoken.notification.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mobiletoken.notification.bank.WithBank;
import org.mobiletoken.testing.TestTokens;

@QuarkusTest
@WithBank
class SecurityTest {

    private static final String CUSTOMER = "11111111-1111-4111-8111-111111111111";

    static Stream<Arguments> strangers() {
        return Stream.of(
                        "POST /v1/otps",
                        "POST /v1/otps/{id}/verification",
                        "GET /v1/customers/{id}/messages",
                        "GET /v1/messages?state=UNKNOWN",
                        "POST /v1/messages/{id}/resolution",
                        "GET /v1/operations/status",
                        "GET /v1/operations/history")
                .flatMap(endpoint -> Stream.of(
                        Arguments.of(endpoint, "no token", "", 401),
                        Arguments.of(endpoint, "a forged token", TestTokens.forged(CUSTOMER, "investment"), 401),
                        Arguments.of(
                                endpoint,
                                "a token for another audience",
                                TestTokens.forAnotherAudience(CUSTOMER, "investment"),
                                401),
                        Arguments.of(endpoint, "the customer", TestTokens.customer(CUSTOMER, "investment"), 403),
                        Arguments.of(endpoint, "another customer", TestTokens.customer("other", "investment"), 403),
                        Arguments.of(
                                endpoint, "a branch officer", TestTokens.staff("officer.ho", "branch-officer"), 403),
                        Arguments.of(
                                endpoint,
                                "the payment system",
                                TestTokens.service("payment-system", "transaction-executor"),
                                403)));
    }

    @ParameterizedTest(name = "{0} by {1} is answered {3}")
    @MethodSource("strangers")
    void nobody_else_gets_in(String endpoint, String who, String token, int status) {
        String[] methodAndPath = endpoint.split(" ");
        with(token)
                .body(Map.of())
                .request(
                        methodAndPath[0],
                        methodAndPath[1].replace("{id}", UUID.randomUUID().toString()))
                .then()
                .statusCode(status)
                .contentType("application/problem+json");
    }

    static Stream<Arguments> wrongRequests() {
        return Stream.of(
                Arguments.of(TestTokens.gateway("investment"), "login", "mobile-banking"),
                Arguments.of(TestTokens.gateway("investment"), "enrolment", "investment"),
                Arguments.of(TestTokens.gateway("investment"), "biometric-enrolment", "investment"),
                Arguments.of(TestTokens.service("enrolment-service"), "login", "investment"),
                Arguments.of(TestTokens.service("sync-service"), "enrolment", "investment"),
                Arguments.of(TestTokens.service("lockout-service"), "login", "investment"));
    }

    @ParameterizedTest(name = "not {1} in {2}")
    @MethodSource("wrongRequests")
    void a_client_asks_for_its_own_purposes_and_app_only(String token, String purpose, String app) {
        with(token)
                .body(Map.of("customerId", CUSTOMER, "purpose", purpose, "flowId", UUID.randomUUID(), "app", app))
                .post("/v1/otps")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:mobile-token:problem:forbidden"));
    }

    static List<String> notOperations() {
        return List.of(
                TestTokens.gateway("investment"),
                TestTokens.service("enrolment-service"),
                TestTokens.staff("approver.lam", "branch-approver"));
    }

    @ParameterizedTest(name = "caller {index}")
    @MethodSource("notOperations")
    void messages_are_for_operations(String token) {
        with(token).get("/v1/customers/" + CUSTOMER + "/messages").then().statusCode(403);
        with(token).get("/v1/messages?state=UNKNOWN").then().statusCode(403);
        with(token).get("/v1/operations/status").then().statusCode(403);
        with(token)
                .body(Map.of())
                .post("/v1/messages/" + UUID.randomUUID() + "/resolution")
                .then()
                .statusCode(403);
        with(TestTokens.staff("operator.ng", "operations"))
                .get("/v1/customers/" + CUSTOMER + "/messages")
                .then()
                .statusCode(200);
    }

    private static RequestSpecification with(String token) {
        RequestSpecification request = given().contentType("application/json");
        return token.isEmpty() ? request : request.auth().oauth2(token);
    }
}
