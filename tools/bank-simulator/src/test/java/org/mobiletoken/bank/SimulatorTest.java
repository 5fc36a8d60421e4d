package org.mobiletoken.bank;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.mobiletoken.testing.TestTokens;
import org.mobiletoken.testing.TokensResource;

@QuarkusTest
@QuarkusTestResource(TokensResource.class)
@TestProfile(SimulatorTest.WithDemoClock.class)
class SimulatorTest {
    private static final String CHAN_ID = "11111111-1111-4111-8111-111111111111";
    private static final String CHAN = "/directory/customers/" + CHAN_ID;

    @Test
    void the_directory_is_closed_without_a_token_and_without_the_role_of_a_service() {
        given().get(CHAN + "/contact").then().statusCode(401);
        given().auth()
                .oauth2(TestTokens.customer(CHAN_ID, "investment"))
                .get(CHAN + "/contact")
                .then()
                .statusCode(403);
    }

    @Test
    void a_service_learns_where_to_reach_a_customer() {
        service()
                .get(CHAN + "/contact")
                .then()
                .statusCode(200)
                .body("mobileNumber", equalTo("+85291234567"))
                .body("mobileNumberChangedAt", equalTo("2021-03-01T02:00:00Z"))
                .body("language", equalTo("zh-HK"));
    }

    @Test
    void identity_card_characters_match_or_not() {
        check("{\"positions\":[1,4,6],\"characters\":[\"A\",\"3\",\"5\"]}", true);
        check("{\"positions\":[1,4,6],\"characters\":[\"A\",\"3\",\"6\"]}", false);
    }

    @Test
    void an_unknown_customer_is_not_found_and_an_unknown_field_is_refused() {
        service().get("/directory/customers/nobody/contact").then().statusCode(404);
        service()
                .body("{\"positions\":[1],\"characters\":[\"A\"],\"all\":true}")
                .post(CHAN + "/hkid-checks")
                .then()
                .statusCode(400);
        service().body("{}").post(CHAN + "/hkid-checks").then().statusCode(400);
    }

    @Test
    void other_terms_can_be_put_in_force() {
        String before = service()
                .get("/directory/terms/investment/zh-HK")
                .then()
                .statusCode(200)
                .body("contentHash", startsWith("sha256:"))
                .extract()
                .path("contentHash");

        given().contentType(ContentType.JSON)
                .body("{\"version\":\"2026-02\"}")
                .put("/terms")
                .then()
                .statusCode(204);

        String after = service()
                .get("/directory/terms/investment/zh-HK")
                .then()
                .body("version", equalTo("2026-02"))
                .extract()
                .path("contentHash");
        assertThat(after).isNotEqualTo(before);
    }

    @Test
    void the_demo_clock_is_moved_through_its_file() throws IOException {
        given().contentType(ContentType.JSON)
                .body("{\"offset\":\"PT6H\"}")
                .put("/clock")
                .then()
                .statusCode(200)
                .body("offset", equalTo("PT6H"));

        String file = ConfigProvider.getConfig().getValue("mobile-token.demo-clock.file", String.class);
        assertThat(Path.of(file)).hasContent("PT6H");
    }

    @Test
    void the_port_of_the_sms_centre_is_told_and_the_inbox_is_open() {
        given().get("/smpp")
                .then()
                .statusCode(200)
                .body("port", greaterThan(0))
                .body("behaviour.throttled", equalTo(false));
        given().get("/inbox").then().statusCode(200);
        given().delete("/inbox").then().statusCode(204);
        given().get("/q/health/ready").then().statusCode(200);
    }

    @Test
    void the_port_of_the_mail_server_is_told_and_the_mailboxes_are_open() {
        given().get("/smtp")
                .then()
                .statusCode(200)
                .body("port", greaterThan(0))
                .body("behaviour.hangsUp", equalTo(false));
        given().get("/mailbox").then().statusCode(200);
        given().delete("/mailbox").then().statusCode(204);
    }

    @Test
    void the_provider_by_http_takes_a_message_once_under_its_key() {
        String message = """
                {"to":"+85261110000","sender":"#MobToken","text":"Code 483920","traffic":"OTP","validUntil":"2026-11-24T03:03:00Z"}""";
        UUID key = UUID.randomUUID();
        for (int time = 0; time < 2; time++) {
            provider(key, message).then().statusCode(202).body("id", equalTo("http-" + key));
        }
        given().queryParam("number", "+85261110000")
                .get("/inbox")
                .then()
                .body("text", contains("Code 483920"))
                .body("priority", contains(2))
                .body("validity", contains("2026-11-24T03:03:00Z"));
        given().contentType(ContentType.JSON)
                .body(message)
                .post("/sms/v1/messages")
                .then()
                .statusCode(401);
        provider(UUID.randomUUID(), "{\"to\":\"somebody\"}").then().statusCode(400);
    }

    @Test
    void the_provider_by_http_is_as_full_as_the_sms_centre() {
        String message = """
                {"to":"+85261110001","sender":"#MobToken","text":"Hello","traffic":"INFO"}""";
        behave("{\"throttled\":true}");
        provider(UUID.randomUUID(), message).then().statusCode(429);
        behave("{\"refuseWith\":8}");
        provider(UUID.randomUUID(), message).then().statusCode(503);
        behave("{\"refusedNumbers\":[\"+85261110001\"]}");
        provider(UUID.randomUUID(), message).then().statusCode(422);
        behave("{}");
        given().queryParam("number", "+85261110001").get("/inbox").then().body("size()", equalTo(0));
        provider(UUID.randomUUID(), message).then().statusCode(202);
    }

    private static Response provider(UUID key, String message) {
        return given().header("Authorization", "Bearer development-only-sms-key")
                .header("Idempotency-Key", key.toString())
                .contentType(ContentType.JSON)
                .body(message)
                .post("/sms/v1/messages");
    }

    private static void behave(String behaviour) {
        given().contentType(ContentType.JSON)
                .body(behaviour)
                .put("/smpp/behaviour")
                .then()
                .statusCode(200);
    }

    private static void check(String body, boolean match) {
        service().body(body).post(CHAN + "/hkid-checks").then().statusCode(200).body("match", equalTo(match));
    }

    private static RequestSpecification service() {
        return given().auth().oauth2(TestTokens.service("enrolment-service")).contentType(ContentType.JSON);
    }

    public static class WithDemoClock implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                Path file = Files.createTempDirectory("demo-clock").resolve("offset");
                return Map.of("mobile-token.demo-clock.file", file.toString());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
