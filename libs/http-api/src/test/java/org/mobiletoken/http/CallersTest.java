package org.mobiletoken.http;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.mobiletoken.testing.TestTokens;

@QuarkusTest
class CallersTest extends HttpApiTest {

    @Test
    void a_customer_and_the_app_come_from_the_token() {
        as(TestTokens.customer(CHAN, "investment", "session-1"))
                .get("/things/customer")
                .then()
                .statusCode(200)
                .body("customerId", equalTo(CHAN))
                .body("app", equalTo("investment"))
                .body("sessionId", equalTo("session-1"));
    }

    @Test
    void a_customer_of_an_unknown_gateway_has_no_app_and_is_refused() {
        as(TestTokens.customer(CHAN, "unknown")).get("/things/customer").then().statusCode(403);
    }

    @Test
    void a_gateway_speaks_for_its_own_app_and_never_for_a_customer() {
        String gateway = TestTokens.gateway("mobile-banking");

        as(gateway).get("/things/gateway").then().statusCode(200).body("app", equalTo("mobile-banking"));
        as(gateway).get("/things/customer").then().statusCode(403);
        chan().get("/things/gateway").then().statusCode(403);
    }

    @Test
    void a_service_is_let_in_by_its_name_and_not_by_its_role_alone() {
        as(TestTokens.service("enrolment-service"))
                .get("/things/service")
                .then()
                .statusCode(200);
        as(TestTokens.service("sync-service")).get("/things/service").then().statusCode(403);
        as(TestTokens.service("enrolment-service", "gateway"))
                .get("/things/service")
                .then()
                .statusCode(403);
    }

    @Test
    void staff_are_persons_with_a_name_and_roles() {
        as(TestTokens.staff("operator.ng", "operations"))
                .get("/things/staff")
                .then()
                .statusCode(200)
                .body("name", equalTo("operator.ng"))
                .body("roles", contains("operations"));
        chan().get("/things/staff").then().statusCode(403);
    }
}
