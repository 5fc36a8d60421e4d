package org.mobiletoken.enrolment.testing;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.mobiletoken.testing.TestTokens;

/** An officer at the branch. */
public final class Branch {

    private Branch() {}

    public static Response disable(String customerId, String reason, String reference) {
        return request()
                .body(Map.of("reason", reason, "reference", reference))
                .post("/v1/customers/{id}/token-disablements", customerId);
    }

    public static Response tokens(String customerId) {
        return request().get("/v1/customers/{id}/tokens", customerId);
    }

    public static Response history(String customerId) {
        return request().get("/v1/customers/{id}/history", customerId);
    }

    private static RequestSpecification request() {
        return given().auth()
                .oauth2(TestTokens.staff("officer.ho", "branch-officer"))
                .contentType("application/json");
    }
}
