package org.mobiletoken.notification.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mobiletoken.notification.bank.Reports;
import org.mobiletoken.notification.bank.Rows;
import org.mobiletoken.notification.bank.WithBank;
import org.mobiletoken.testing.MovableClock;
import org.mobiletoken.testing.TestTokens;

@QuarkusTest
@WithBank
class ReportLimitsTest {

    @Inject
    MovableClock clock;

    @Inject
    Rows rows;

    private final String customer = UUID.randomUUID().toString();

    @Test
    void of_thirty_parallel_reports_of_a_customer_in_two_apps_ten_are_taken() {
        List<Response> answers = inParallel(
                30,
                number -> Reports.send(
                        TestTokens.customer(customer, number % 2 == 0 ? "investment" : "mobile-banking"),
                        Reports.saying("number " + number)));
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 201))
                .hasSize(10);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 429))
                .hasSize(20);
        assertThat(rows.list("select reference from error_report where customer_id = ?", customer))
                .hasSize(10);
    }

    @Test
    void the_next_report_is_taken_exactly_when_the_oldest_counts_no_more() {
        Instant start = Instant.parse("2026-11-24T06:00:00Z");
        clock.standStillAt(start);
        for (int i = 0; i < 10; i++) {
            assertThat(send().statusCode()).isEqualTo(201);
            clock.advance(Duration.ofMinutes(1));
        }
        send().then()
                .statusCode(429)
                .header("Retry-After", "3000")
                .body("type", equalTo("urn:mobile-token:problem:too-many-reports"));
        clock.standStillAt(start.plus(Duration.ofHours(1)).minusMillis(1));
        send().then().statusCode(429).header("Retry-After", "1");
        clock.advance(Duration.ofMillis(1));
        send().then().statusCode(201);
        send().then().statusCode(429).header("Retry-After", "60");
    }

    @Test
    void of_parallel_reports_of_a_gateway_for_nobody_known_600_an_hour_are_taken() {
        String client = "investment-gateway";
        long taken = rows.list("select reference from error_report where client_id = ? and customer_id is null", client)
                .size();
        rows.change("""
                insert into error_report (reference, app, client_id, received_at, attachments, content)
                select 'test-' || n, 'investment', ?, ?::timestamptz, 0, '' from generate_series(1, ?) n""", client, clock.instant().toString(), (int) (593 - taken));
        try {
            List<Response> answers = inParallel(
                    20, number -> Reports.send(TestTokens.gateway("investment"), Reports.saying("number " + number)));
            assertThat(answers.stream().filter(answer -> answer.statusCode() == 201))
                    .hasSize(7);
            assertThat(answers.stream().filter(answer -> answer.statusCode() == 429))
                    .hasSize(13);
            Reports.send(TestTokens.gateway("mobile-banking"), Reports.saying("another app"))
                    .then()
                    .statusCode(201);
            Reports.send(TestTokens.customer(customer, "investment"), Reports.saying("logged in"))
                    .then()
                    .statusCode(201);
        } finally {
            rows.change("delete from error_report where client_id = ? and customer_id is null", client);
        }
    }

    @Test
    void of_parallel_reports_about_one_device_ten_are_taken_whoever_sends_them() {
        String key = UUID.randomUUID().toString().replace("-", "") + "A".repeat(11);
        Map<String, Object> report = Reports.with("deviceKey", key);
        List<Response> answers = inParallel(
                24,
                number -> Reports.send(
                        number % 2 == 0
                                ? TestTokens.gateway("mobile-banking")
                                : TestTokens.customer(UUID.randomUUID().toString(), "investment"),
                        report));
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 201))
                .hasSize(10);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 429))
                .hasSize(14);
    }

    @Test
    void a_refused_report_may_be_sent_again_under_its_key_when_its_time_has_come() {
        clock.standStillAt(clock.instant());
        for (int i = 0; i < 10; i++) {
            send();
        }
        String key = UUID.randomUUID().toString();
        sendUnder(key).then().statusCode(429);
        clock.advance(Duration.ofHours(1));
        sendUnder(key).then().statusCode(201);
    }

    private Response send() {
        return Reports.send(TestTokens.customer(customer, "investment"), Reports.saying("again"));
    }

    private Response sendUnder(String key) {
        return Reports.form(TestTokens.customer(customer, "investment"), Reports.saying("again"))
                .header("Idempotency-Key", key)
                .post("/v1/error-reports");
    }

    private static List<Response> inParallel(int times, IntFunction<Response> call) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Response>> calls = IntStream.range(0, times)
                    .mapToObj(number -> CompletableFuture.supplyAsync(() -> call.apply(number), threads))
                    .toList();
            return calls.stream().map(CompletableFuture::join).toList();
        }
    }
}
