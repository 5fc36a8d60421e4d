package org.mobiletoken.http;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mobiletoken.testing.TestTokens;

@QuarkusTest
class CountedRequestsTest extends HttpApiTest {
    @Test
    void no_address_is_shown_whoever_asks_and_whatever_becomes_of_it() {
        String id = UUID.randomUUID().toString();
        chan().get("/things/" + id).then().statusCode(200);
        given().get("/things/" + id).then().statusCode(401);
        as(TestTokens.service("payment-system", "transaction-executor"))
                .get("/things/" + id)
                .then()
                .statusCode(403);
        chan().delete("/things/" + id).then().statusCode(405);
        chan().accept("image/png").get("/things/" + id).then().statusCode(406);
        chan().get("/elsewhere/" + id).then().statusCode(404);

        assertThat(metrics())
                .doesNotContain(id)
                .contains(
                        "method=\"GET\",outcome=\"SUCCESS\",status=\"200\",uri=\"/things/{id}\"",
                        "method=\"GET\",outcome=\"CLIENT_ERROR\",status=\"401\",uri=\"/things/{id}\"",
                        "method=\"GET\",outcome=\"CLIENT_ERROR\",status=\"403\",uri=\"/things/{id}\"",
                        "method=\"DELETE\",outcome=\"CLIENT_ERROR\",status=\"405\",uri=\"/things/{id}\"",
                        "method=\"GET\",outcome=\"CLIENT_ERROR\",status=\"404\",uri=\"/OTHER\"");
    }

    @Test
    void requests_are_counted_within_the_limits_that_objectives_are_set_at() {
        chan().get("/things/customer").then().statusCode(200);

        assertThat(metrics())
                .contains("uri=\"/things/customer\",le=\"0.005\"")
                .contains("uri=\"/things/customer\",le=\"0.25\"")
                .contains("uri=\"/things/customer\",le=\"10.0\"")
                .doesNotContain("uri=\"/q/metrics\"");
    }

    private static String metrics() {
        return get("/q/metrics").asString();
    }
}
