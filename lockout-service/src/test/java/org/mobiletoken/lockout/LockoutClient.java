package org.mobiletoken.lockout;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mobiletoken.testing.TestTokens;

/** Calls the service as its callers do. */
final class LockoutClient {

    static final String TOKEN_ID = "6f1c1d7e-2a11-4c6e-9a39-0d5d5a1f0c01";

    private final String token = TestTokens.service("enrolment-service");

    static String newCustomer() {
        return UUID.randomUUID().toString();
    }

    static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    static Map<String, String> reservation(String customer, UUID attempt, String app) {
        return Map.of(
                "attemptId", attempt.toString(),
                "customerId", customer,
                "app", app,
                "purpose", "login",
                "tokenId", TOKEN_ID);
    }

    ValidatableResponse reserve(String customer, UUID attempt) {
        return reserve(customer, attempt, "mobile-banking");
    }

    ValidatableResponse reserve(String customer, UUID attempt, String app) {
        return as(token)
                .body(reservation(customer, attempt, app))
                .post("/v1/attempts")
                .then();
    }

    UUID reserved(String customer) {
        var attempt = UUID.randomUUID();
        reserve(customer, attempt).statusCode(201);
        return attempt;
    }

    ValidatableResponse settle(String customer, UUID attempt, String outcome) {
        return as(token)
                .body(Map.of("customerId", customer, "outcome", outcome))
                .put("/v1/attempts/" + attempt)
                .then();
    }

    ValidatableResponse wrong(String customer) {
        return settle(customer, reserved(customer), "REJECTED");
    }

    void wrong(String customer, int times) {
        for (int i = 0; i < times; i++) {
            wrong(customer).statusCode(200);
        }
    }

    ValidatableResponse right(String customer) {
        return settle(customer, reserved(customer), "ACCEPTED");
    }

    ValidatableResponse freezes(List<String> customers) {
        return as(token)
                .body(Map.of("customerIds", customers))
                .post("/v1/freeze-checks")
                .then();
    }

    ValidatableResponse freeze(String customer) {
        return as(token).get("/v1/customers/" + customer + "/freeze").then();
    }
}
