package org.mobiletoken.notification.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mobiletoken.notification.bank.WithBank;
import org.mobiletoken.testing.TestTokens;

@QuarkusTest
@WithBank
class BadInputTest {

    private static final String MALFORMED = "urn:mobile-token:problem:malformed";
    private static final String FLOW = "\"flowId\":\"0b0e7c1e-6d5e-4d0a-9c53-0f1d4a8f2f10\"";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "\"text\"",
                "{}",
                "{\"customerId\":\"c\",\"purpose\":\"login\"," + FLOW + "}",
                "{\"customerId\":\"c\",\"purpose\":\"login\"," + FLOW + ",\"app\":null}",
                "{\"customerId\":\"c\",\"purpose\":\"LOGIN\"," + FLOW + ",\"app\":\"investment\"}",
                "{\"customerId\":\"c\",\"purpose\":\"login\"," + FLOW + ",\"app\":\"Investment!\"}",
                "{\"customerId\":\"../c\",\"purpose\":\"login\"," + FLOW + ",\"app\":\"investment\"}",
                "{\"customerId\":7,\"purpose\":\"login\"," + FLOW + ",\"app\":\"investment\"}",
                "{\"customerId\":\"c\",\"purpose\":\"login\",\"flowId\":\"not-a-uuid\",\"app\":\"investment\"}",
                "{\"customerId\":\"c\",\"purpose\":\"login\"," + FLOW
                        + ",\"app\":\"investment\",\"number\":\"+85291234567\"}"
            })
    void a_malformed_request_for_a_code_is_named_so(String body) {
        post("/v1/otps", body).statusCode(400).body("type", equalTo(MALFORMED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"customerId\":\"c\"}",
                "{\"customerId\":\"c\",\"code\":123456}",
                "{\"customerId\":\"c\",\"code\":\"12345\"}",
                "{\"customerId\":\"c\",\"code\":\"1234567\"}",
                "{\"customerId\":\"c\",\"code\":\"12345a\"}",
                "{\"customerId\":\"c\",\"code\":\"123456\",\"more\":1}"
            })
    void a_malformed_code_is_named_so(String body) {
        post("/v1/otps/" + UUID.randomUUID() + "/verification", body)
                .statusCode(400)
                .body("type", equalTo(MALFORMED))
                .body(not(containsString("12345")));
    }

    @Test
    void the_offending_field_is_named() {
        post("/v1/otps", "{\"customerId\":\"c\",\"purpose\":\"login\"," + FLOW + ",\"app\":\"A\"}")
                .body("fields", hasItem("app"));
    }

    @Test
    void a_code_that_nobody_asked_for_is_not_found() {
        post("/v1/otps/" + UUID.randomUUID() + "/verification", "{\"customerId\":\"c\",\"code\":\"123456\"}")
                .statusCode(404);
        post("/v1/otps/not-a-uuid/verification", "{\"customerId\":\"c\",\"code\":\"123456\"}")
                .statusCode(anyOf(equalTo(400), equalTo(404)));
    }

    @Test
    void other_methods_types_and_sizes_are_refused() {
        String token = TestTokens.gateway("investment");
        given().auth().oauth2(token).get("/v1/otps").then().statusCode(405).contentType("application/problem+json");
        given().auth()
                .oauth2(token)
                .contentType("text/plain")
                .body("x")
                .post("/v1/otps")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
        post("/v1/otps", "{\"customerId\":\"" + "c".repeat(70_000) + "\"}").statusCode(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "before=0", "limit=ten"})
    void a_page_has_limits(String query) {
        given().auth()
                .oauth2(TestTokens.staff("operator.ng", "operations"))
                .get("/v1/customers/c/messages?" + query)
                .then()
                .statusCode(anyOf(equalTo(400), equalTo(404)))
                .contentType("application/problem+json");
    }

    private static ValidatableResponse post(String path, String body) {
        return given().auth()
                .oauth2(TestTokens.gateway("investment"))
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then()
                .contentType("application/problem+json");
    }
}
