package org.mobiletoken.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mobiletoken.testing.TestTokens;

@QuarkusTest
class ProblemTest extends HttpApiTest {
    @TestHTTPResource("/things")
    URI things;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "",
                "null",
                "[]",
                "\"text\"",
                "{\"name\":\"a\",\"count\":1} {}",
                "{\"name\":\"a\",\"count\":1,\"count\":2}",
                "{\"name\":\"a\",\"count\":1,\"unknown\":true}",
                "{\"name\":1,\"count\":1}",
                "{\"name\":true,\"count\":1}",
                "{\"name\":\"a\",\"count\":\"1\"}",
                "{\"name\":\"a\",\"count\":1.5}",
                "{\"name\":\"a\",\"count\":null}",
                "{\"name\":null,\"count\":1}",
                "{\"count\":1}",
                "{\"name\":\"longer than twenty characters\",\"count\":1}"
            })
    void a_body_that_is_not_as_documented_is_malformed(String body) {
        expect(chan().body(body).post("/things").then(), ProblemTypes.MALFORMED);
        assertThat(Things.made).hasValue(0);
    }

    @Test
    void a_malformed_body_is_told_by_its_field_and_not_by_its_value() {
        chan().body("{\"name\":\"longer than twenty characters\",\"count\":1}")
                .post("/things")
                .then()
                .body("fields", contains("name"))
                .body(not(containsString("longer")));
        chan().body("{\"name\":\"a\",\"count\":1,\"cuont\":1}")
                .post("/things")
                .then()
                .body("fields", contains("cuont"));
    }

    @Test
    void without_a_valid_token_nobody_is_served() {
        expect(given().get("/things/customer").then(), ProblemTypes.UNAUTHENTICATED)
                .header("WWW-Authenticate", containsString("Bearer"));
        expect(as("no.token.atall").get("/things/customer").then(), ProblemTypes.UNAUTHENTICATED);
        expect(as(TestTokens.forged(CHAN, "investment")).get("/things/customer").then(), ProblemTypes.UNAUTHENTICATED);
        expect(
                as(TestTokens.forAnotherAudience(CHAN, "investment"))
                        .get("/things/customer")
                        .then(),
                ProblemTypes.UNAUTHENTICATED);
    }

    @Test
    void a_wrong_role_and_a_forgotten_annotation_are_forbidden() {
        expect(
                as(TestTokens.service("payment-system", "transaction-executor"))
                        .get("/things/customer")
                        .then(),
                ProblemTypes.FORBIDDEN);
        expect(chan().get("/unannotated").then(), ProblemTypes.FORBIDDEN);
    }

    @Test
    void what_is_not_there_cannot_be_done_or_is_of_the_wrong_kind_says_so() {
        expect(chan().get("/nowhere").then(), ProblemTypes.NOT_FOUND);
        expect(chan().get("/things/no-uuid").then(), ProblemTypes.NOT_FOUND);
        expect(chan().delete("/things").then(), ProblemTypes.METHOD_NOT_ALLOWED);
        expect(chan().contentType("text/plain").body("a").post("/things").then(), ProblemTypes.UNSUPPORTED_MEDIA_TYPE);
        expect(chan().accept("image/png").get("/things/customer").then(), ProblemTypes.NOT_ACCEPTABLE);
    }

    @Test
    void a_body_over_64_KiB_is_too_large_whether_its_length_is_announced_or_not() throws Exception {
        String large = "{\"name\":\"" + "a".repeat(65_536) + "\",\"count\":1}";

        HttpResponse<String> announced = post(BodyPublishers.ofString(large));
        HttpResponse<String> streamed =
                post(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large.getBytes())));

        assertThat(announced.statusCode()).isEqualTo(413);
        assertThat(announced.body()).contains("urn:mobile-token:problem:too-large");
        assertThat(streamed.statusCode()).isEqualTo(413);
        assertThat(streamed.body()).contains("urn:mobile-token:problem:too-large");
    }

    @Test
    void a_body_of_unannounced_length_within_the_limit_is_read() throws Exception {
        byte[] small = "{\"name\":\"a\",\"count\":1}".getBytes();

        assertThat(post(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(small)))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void a_failure_tells_only_where_to_look_it_up() {
        expect(
                        chan().header("X-Correlation-Id", "look-here-1")
                                .get("/things/broken")
                                .then(),
                        ProblemTypes.INTERNAL)
                .body("correlationId", equalTo("look-here-1"))
                .body(not(containsString(Things.SECRET)))
                .body(not(containsString("Exception")));
    }

    @Test
    void an_outage_of_the_database_is_no_failure_of_the_request() {
        expect(chan().get("/things/without-database").then(), ProblemTypes.UNAVAILABLE)
                .header("Retry-After", "1")
                .body(not(containsString(Things.SECRET)));
    }

    @Test
    void a_problem_of_a_service_has_its_members_and_when_to_try_again() {
        chan().get("/things/refused")
                .then()
                .statusCode(423)
                .contentType(Problem.MEDIA_TYPE)
                .header("Retry-After", "2")
                .body("type", equalTo("urn:mobile-token:problem:frozen-solid"))
                .body("title", equalTo("Too cold"))
                .body("kind", equalTo("ICE"))
                .body(not(containsString("nothing")));
    }

    @Test
    void every_answer_has_a_correlation_id_and_forbids_caching_and_guessing() {
        given().get("/nowhere")
                .then()
                .header("X-Correlation-Id", matchesPattern("[0-9a-f-]{36}"))
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff");
        given().header("X-Correlation-Id", "a line\tand more")
                .get("/nowhere")
                .then()
                .header("X-Correlation-Id", matchesPattern("[0-9a-f-]{36}"));
        given().header("X-Correlation-Id", "gw-42").get("/nowhere").then().header("X-Correlation-Id", "gw-42");
    }

    private HttpResponse<String> post(HttpRequest.BodyPublisher body) throws IOException, InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(
                    HttpRequest.newBuilder(things)
                            .header("Authorization", "Bearer " + TestTokens.customer(CHAN, "investment"))
                            .header("Content-Type", "application/json")
                            .POST(body)
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private static ValidatableResponse expect(ValidatableResponse response, ProblemType type) {
        return response.statusCode(type.status())
                .contentType(Problem.MEDIA_TYPE)
                .header("X-Correlation-Id", notNullValue())
                .body("type", equalTo(type.uri().toString()))
                .body("title", equalTo(type.title()))
                .body("status", equalTo(type.status()));
    }
}
