package org.mobiletoken.enrolment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mobiletoken.enrolment.testing.FakeNeighbours;
import org.mobiletoken.enrolment.testing.Phone;
import org.mobiletoken.enrolment.testing.Phones;
import org.mobiletoken.testing.TestTokens;

@ServiceTest
class SecurityTest {

    private static final String SOMEBODY = UUID.randomUUID().toString();
    private static final String ID = UUID.randomUUID().toString();

    private static final Map<String, String> CALLERS = Map.of(
            "customer", TestTokens.customer(SOMEBODY, "mobile-banking"),
            "gateway", TestTokens.gateway("mobile-banking"),
            "sync-service", TestTokens.service("sync-service"),
            "another service", TestTokens.service("notification-service"),
            "branch officer", TestTokens.staff("officer.ho", "branch-officer"),
            "branch approver", TestTokens.staff("approver.lam", "branch-approver"),
            "operations", TestTokens.staff("operator.ng", "operations"),
            "executing system", TestTokens.service("payment-system", "transaction-executor"),
            "a client without roles", TestTokens.service("somebody", "offline_access"));

    record Endpoint(String method, String path, Set<String> allowed) {}

    static Stream<Endpoint> endpoints() {
        Set<String> customer = Set.of("customer");
        Set<String> readingStaff = Set.of("branch officer", "branch approver", "operations");
        return Stream.of(
                new Endpoint("GET", "/v1/token", customer),
                new Endpoint("DELETE", "/v1/token", customer),
                new Endpoint("DELETE", "/v1/token/biometric", customer),
                new Endpoint("POST", "/v1/enrolments", customer),
                new Endpoint("POST", "/v1/enrolments/" + ID + "/identity-check", customer),
                new Endpoint("POST", "/v1/enrolments/" + ID + "/otp", customer),
                new Endpoint("POST", "/v1/enrolments/" + ID + "/otp/resend", customer),
                new Endpoint("POST", "/v1/enrolments/" + ID + "/passcode", customer),
                new Endpoint("POST", "/v1/biometric-enrolments", customer),
                new Endpoint("POST", "/v1/biometric-enrolments/" + ID + "/otp", customer),
                new Endpoint("POST", "/v1/biometric-enrolments/" + ID + "/key", customer),
                new Endpoint("POST", "/v1/challenges", Set.of("customer", "gateway")),
                new Endpoint("POST", "/v1/login-options", Set.of("gateway")),
                new Endpoint("POST", "/v1/authorisations", customer),
                new Endpoint("POST", "/v1/authorisations/" + ID + "/approval", customer),
                new Endpoint("POST", "/v1/authorisations/" + ID + "/redemption", Set.of("executing system")),
                new Endpoint("GET", "/v1/customers/" + SOMEBODY + "/tokens", readingStaff),
                new Endpoint("GET", "/v1/customers/" + SOMEBODY + "/history", readingStaff),
                new Endpoint("GET", "/v1/operations/status", Set.of("operations")),
                new Endpoint("GET", "/v1/operations/history", Set.of("operations")),
                new Endpoint(
                        "POST",
                        "/v1/customers/" + SOMEBODY + "/token-disablements",
                        Set.of("branch officer", "operations")));
    }

    @Inject
    Phones phones;

    @ParameterizedTest
    @MethodSource("endpoints")
    void only_its_callers_reach_an_endpoint(Endpoint endpoint) {
        call(endpoint, given()).then().statusCode(401).body("type", endsWith("unauthenticated"));
        call(endpoint, given().auth().oauth2(TestTokens.forged(SOMEBODY, "mobile-banking")))
                .then()
                .statusCode(401);
        call(endpoint, given().auth().oauth2(TestTokens.forAnotherAudience(SOMEBODY, "mobile-banking")))
                .then()
                .statusCode(401);
        CALLERS.forEach((caller, token) -> {
            Response answer = call(endpoint, given().auth().oauth2(token));
            if (endpoint.allowed().contains(caller)) {
                assertThat(answer.statusCode())
                        .as("%s at %s", caller, endpoint.path())
                        .isNotIn(401, 403, 500);
            } else {
                assertThat(answer.statusCode())
                        .as("%s at %s", caller, endpoint.path())
                        .isEqualTo(403);
                answer.then().body("type", endsWith("forbidden"));
            }
        });
    }

    @Test
    void the_published_keys_are_open_to_everyone() {
        given().get("/.well-known/jwks.json").then().statusCode(200);
    }

    @Test
    void a_session_of_an_app_without_a_gateway_here_is_nobodys() {
        given().auth()
                .oauth2(TestTokens.customer(SOMEBODY, "unknown"))
                .get("/v1/token")
                .then()
                .statusCode(403);
    }

    @Test
    void another_customer_and_the_other_app_find_no_enrolment() {
        Phone phone = phones.ofNewCustomer("investment");
        Response opened = phone.open();
        List<Phone> others = List.of(phones.ofNewCustomer("investment"), phone.otherApp("mobile-banking"));
        for (Phone other : others) {
            other.checkIdentity(opened, FakeNeighbours.HKID)
                    .then()
                    .statusCode(404)
                    .body("type", endsWith("not-found"));
            other.checkCode(opened, FakeNeighbours.CODE).then().statusCode(404);
            other.request()
                    .post("/v1/enrolments/{id}/otp/resend", Phone.id(opened))
                    .then()
                    .statusCode(404);
            other.setPasscode(opened, Phone.PASSCODE).then().statusCode(404);
        }
        phone.checkIdentity(opened, FakeNeighbours.HKID).then().statusCode(200);
    }

    @Test
    void another_customer_sees_and_disables_only_their_own_token() {
        Phone phone = phones.ofNewCustomer("investment");
        phone.enable();
        Phone other = phones.ofNewCustomer("investment");
        other.disable().then().statusCode(409);
        phone.otherApp("mobile-banking").disable().then().statusCode(409);
        assertThat(phone.token().<String>path("state")).isEqualTo("ENABLED");
        assertThat(other.token().<String>path("state")).isEqualTo("NOT_ENABLED");
    }

    private static Response call(Endpoint endpoint, RequestSpecification request) {
        if (endpoint.method().equals("POST")) {
            request.contentType("application/json").body("{}");
        }
        return request.request(endpoint.method(), endpoint.path());
    }
}
