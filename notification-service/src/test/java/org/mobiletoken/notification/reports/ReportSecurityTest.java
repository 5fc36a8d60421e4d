package org.mobiletoken.notification.reports;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mobiletoken.notification.bank.Form;
import org.mobiletoken.notification.bank.Reports;
import org.mobiletoken.notification.bank.WithBank;
import org.mobiletoken.testing.TestTokens;

@QuarkusTest
@WithBank
class ReportSecurityTest {

    private static final String CUSTOMER = UUID.randomUUID().toString();

    static Stream<Arguments> strangers() {
        return Stream.of(
                Arguments.of("no token", "", 401, 401),
                Arguments.of("a forged token", TestTokens.forged(CUSTOMER, "investment"), 401, 401),
                Arguments.of(
                        "a token for another audience",
                        TestTokens.forAnotherAudience(CUSTOMER, "investment"),
                        401,
                        401),
                Arguments.of("the customer", TestTokens.customer(CUSTOMER, "investment"), 201, 403),
                Arguments.of("a gateway", TestTokens.gateway("mobile-banking"), 201, 403),
                Arguments.of("a customer in an unknown app", TestTokens.customer(CUSTOMER, "unknown"), 403, 403),
                Arguments.of("the gateway of an unknown app", TestTokens.gateway("unknown"), 403, 403),
                Arguments.of("a service", TestTokens.service("enrolment-service"), 403, 403),
                Arguments.of(
                        "the payment system", TestTokens.service("payment-system", "transaction-executor"), 403, 403),
                Arguments.of("a branch officer", TestTokens.staff("officer.ho", "branch-officer"), 403, 403),
                Arguments.of("a branch approver", TestTokens.staff("approver.lam", "branch-approver"), 403, 403),
                Arguments.of("operations", TestTokens.staff("operator.ng", "operations"), 403, 200),
                Arguments.of(
                        "a machine with the role of operations",
                        TestTokens.service("operations-console", "operations", "service"),
                        403,
                        403));
    }

    @ParameterizedTest(name = "{0} is answered {2} for sending and {3} for reading")
    @MethodSource("strangers")
    void customers_send_and_operations_read(String who, String token, int sending, int reading) {
        String reference = Reports.sent(UUID.randomUUID().toString(), "investment", Reports.saying("mine"));
        status(
                new Form(token)
                        .part("report", "r", Reports.bytes(Reports.saying("mine")), "application/json")
                        .post("/v1/error-reports")
                        .then(),
                sending);
        status(with(token).get("/v1/error-reports").then(), reading);
        status(with(token).get("/v1/error-reports/" + reference).then(), reading);
        status(
                with(token)
                        .get("/v1/error-reports/" + reference + "/attachments/1")
                        .then(),
                reading == 200 ? 404 : reading);
    }

    @Test
    void the_app_and_the_customer_are_those_of_the_token() {
        String reference = Reports.sent(CUSTOMER, "mobile-banking", Reports.saying("mine"));
        Reports.read("/" + reference)
                .then()
                .body("app", equalTo("mobile-banking"))
                .body("customerId", equalTo(CUSTOMER));
    }

    private static void status(ValidatableResponse answer, int status) {
        answer.statusCode(status);
        if (status >= 400) {
            answer.contentType("application/problem+json");
        }
    }

    private static RequestSpecification with(String token) {
        return token.isEmpty() ? given() : Reports.as(token);
    }
}
