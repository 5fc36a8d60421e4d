package org.mobiletoken.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mobiletoken.testing.MovableClock;
import org.mobiletoken.testing.TestTokens;

@QuarkusTest
class IdempotencyTest extends HttpApiTest {
    private static final String BODY = "{\"name\":\"a\",\"count\":1}";
    private static final String OTHER_BODY = "{\"name\":\"a\",\"count\":2}";

    @Inject
    MovableClock clock;

    @Inject
    IdempotencyKeys keys;

    @Inject
    DataSource dataSource;

    private final String key = UUID.randomUUID().toString();
    private final String chan = TestTokens.customer(CHAN, "investment");

    @BeforeEach
    void nothingIsHeld() {
        Things.hold = new CountDownLatch(0);
    }

    @Test
    void the_same_request_again_gets_the_same_answer_and_does_nothing() {
        Response first = post(chan, key, BODY);
        Response second = post(chan, key, BODY);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.contentType()).isEqualTo(first.contentType());
        assertThat(second.body().asString()).isEqualTo(first.body().asString());
        assertThat(Things.made).hasValue(1);
    }

    @Test
    void an_answer_without_a_body_is_given_again_too() {
        as(chan).header("Idempotency-Key", key).post("/things/silent").then().statusCode(204);
        as(chan).header("Idempotency-Key", key).post("/things/silent").then().statusCode(204);
        assertThat(Things.made).hasValue(1);
    }

    @Test
    void a_refusal_is_an_answer_and_is_given_again() {
        Things.nextStatus = 422;
        Response first = post(chan, key, BODY);
        Things.nextStatus = 201;
        Response second = post(chan, key, BODY);

        assertThat(second.statusCode()).isEqualTo(422);
        assertThat(second.contentType()).isEqualTo(first.contentType()).startsWith(Problem.MEDIA_TYPE);
        assertThat(second.body().asString()).isEqualTo(first.body().asString());
    }

    @Test
    void a_malformed_request_is_answered_alike_again() {
        assertThat(post(chan, key, "{\"name\":1}").statusCode()).isEqualTo(400);
        assertThat(post(chan, key, "{\"name\":1}").statusCode()).isEqualTo(400);
        assertThat(post(chan, key, BODY).statusCode()).isEqualTo(422);
    }

    @Test
    void too_many_and_failures_are_not_kept() {
        for (int status : List.of(429, 503, 500)) {
            Things.nextStatus = status;
            assertThat(post(chan, key, BODY).statusCode()).isEqualTo(status);
        }
        Things.nextStatus = 201;
        assertThat(post(chan, key, BODY).statusCode()).isEqualTo(201);
    }

    @Test
    void another_body_under_the_same_key_is_refused() {
        post(chan, key, BODY);
        post(chan, key, OTHER_BODY)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:mobile-token:problem:idempotency-key-reused"));
        assertThat(Things.made).hasValue(1);
    }

    @Test
    void keys_of_another_customer_app_or_endpoint_are_other_keys() {
        post(chan, key, BODY);
        post(TestTokens.customer(WONG, "investment"), key, BODY).then().statusCode(201);
        post(TestTokens.customer(CHAN, "mobile-banking"), key, BODY).then().statusCode(201);
        as(chan).header("Idempotency-Key", key).post("/things/silent").then().statusCode(204);
        assertThat(Things.made).hasValue(4);
    }

    @Test
    void a_service_has_keys_for_each_whom_its_requests_are_about() {
        String service = TestTokens.service("enrolment-service");
        post(service, key, BODY).then().statusCode(201);
        post(service, key, BODY.replace("\"a\"", "\"b\"")).then().statusCode(201);
        post(service, key, OTHER_BODY).then().statusCode(422);
        assertThat(Things.made).hasValue(2);
    }

    @Test
    void parts_are_recognised_whatever_boundary_is_drawn_between_them() {
        inParts("first-boundary", "the same").then().statusCode(204);
        inParts("second-boundary", "the same").then().statusCode(204);
        assertThat(Things.made).hasValue(1);
        inParts("second-boundary", "another").then().statusCode(422);
    }

    @Test
    void of_twenty_parallel_requests_one_takes_effect() {
        List<Integer> statuses = inParallel(20, () -> post(chan, key, BODY).statusCode());

        assertThat(Things.made).hasValue(1);
        assertThat(statuses).contains(201).allMatch(status -> status == 201 || status == 409);
    }

    @Test
    void while_the_first_is_in_progress_the_second_is_told_so() {
        Things.hold = new CountDownLatch(1);
        CompletableFuture<Response> first = CompletableFuture.supplyAsync(() -> post(chan, key, BODY));
        Awaitility.await().until(() -> rows(key) == 1);

        post(chan, key, BODY)
                .then()
                .statusCode(409)
                .header("Retry-After", "1")
                .body("type", equalTo("urn:mobile-token:problem:in-progress"));
        Things.hold.countDown();
        assertThat(first.join().statusCode()).isEqualTo(201);
    }

    @Test
    void a_request_that_never_ended_frees_its_key_after_the_lease() throws SQLException {
        IdempotencyKeys.Scope scope = new IdempotencyKeys.Scope(CHAN, "investment-gateway", "POST /things", key);
        byte[] mac = {1, 2, 3};
        assertThat(keys.claim(scope, mac)).isInstanceOf(IdempotencyKeys.Claim.Mine.class);
        clock.standStillAt(clock.instant());
        clock.advance(Duration.ofSeconds(59));
        assertThat(keys.claim(scope, mac)).isInstanceOf(IdempotencyKeys.Claim.InProgress.class);
        clock.advance(Duration.ofSeconds(1));
        assertThat(keys.claim(scope, mac)).isInstanceOf(IdempotencyKeys.Claim.Mine.class);
    }

    @Test
    void an_answer_is_kept_for_24_hours_and_then_purged() throws SQLException {
        clock.standStillAt(clock.instant());
        post(chan, key, BODY);
        clock.advance(Duration.ofHours(24).minusMillis(1));
        assertThat(post(chan, key, BODY).jsonPath().getInt("number")).isEqualTo(1);
        keys.purge();
        assertThat(rows(key)).isEqualTo(1);

        clock.advance(Duration.ofMillis(1));
        assertThat(keys.purge()).isPositive();
        assertThat(rows(key)).isZero();
        assertThat(post(chan, key, BODY).jsonPath().getInt("number")).isEqualTo(2);
    }

    @Test
    void a_key_that_is_no_plain_text_of_reasonable_length_is_malformed() {
        post(chan, "k".repeat(129), BODY).then().statusCode(400);
        post(chan, "with space", BODY).then().statusCode(400);
        assertThat(Things.made).hasValue(0);
    }

    @Test
    void the_table_holds_no_body() throws SQLException {
        post(chan, key, "{\"name\":\"very-secret\",\"count\":99}");
        try (var connection = dataSource.getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery("select body_mac from idempotency_key where idempotency_key = '" + key + "'")) {
            rows.next();
            assertThat(rows.getBytes(1)).hasSize(32);
        }
    }

    private static Response post(String token, String key, String body) {
        return as(token).header("Idempotency-Key", key).body(body).post("/things");
    }

    private int rows(String key) throws SQLException {
        try (var connection = dataSource.getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery("select count(*) from idempotency_key where idempotency_key = '" + key + "'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static <T> List<T> inParallel(int times, java.util.function.Supplier<T> call) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<T>> calls = IntStream.range(0, times)
                    .mapToObj(_ -> CompletableFuture.supplyAsync(call, threads))
                    .toList();
            return calls.stream().map(CompletableFuture::join).toList();
        }
    }

    private Response inParts(String boundary, String text) {
        return as(chan).contentType("multipart/form-data; boundary=" + boundary)
                .header("Idempotency-Key", key)
                .body(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n" + text + "\r\n--"
                                + boundary + "--\r\n")
                        .getBytes(StandardCharsets.UTF_8))
                .post("/things/in-parts");
    }
}
