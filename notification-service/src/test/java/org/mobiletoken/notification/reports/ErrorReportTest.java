package org.mobiletoken.notification.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mobiletoken.events.EventTypes;
import org.mobiletoken.events.Topics;
import org.mobiletoken.events.notification.ErrorReported;
import org.mobiletoken.notification.bank.Pictures;
import org.mobiletoken.notification.bank.Reports;
import org.mobiletoken.notification.bank.Rows;
import org.mobiletoken.notification.bank.WithBank;
import org.mobiletoken.testing.KafkaProbe;
import org.mobiletoken.testing.MovableClock;
import org.mobiletoken.testing.TestTokens;

@QuarkusTest
@WithBank
class ErrorReportTest {

    @Inject
    MovableClock clock;

    @Inject
    Rows rows;

    private final String customer = UUID.randomUUID().toString();
    private final String token = TestTokens.customer(customer, "investment");

    @Test
    void a_customer_gets_a_reference_to_quote_and_operations_read_the_report_by_it() {
        clock.standStillAt(Instant.parse("2026-11-24T06:00:00Z"));
        Map<String, Object> report = Reports.with("diagnostics", Map.of("network", "wifi", "last-error", "E5003"));
        String reference = Reports.send(token, report)
                .then()
                .statusCode(201)
                .body("reference", matchesPattern("ER-[2-9A-Z]{4}-[2-9A-Z]{4}"))
                .body("receivedAt", equalTo("2026-11-24T06:00:00Z"))
                .body("keptUntil", equalTo("2027-05-23T06:00:00Z"))
                .extract()
                .path("reference");

        Reports.read("/" + reference.replace("-", " ").toLowerCase(java.util.Locale.ROOT))
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("reference", equalTo(reference))
                .body("app", equalTo("investment"))
                .body("customerId", equalTo(customer))
                .body("receivedAt", equalTo("2026-11-24T06:00:00Z"))
                .body("occurredAt", equalTo("2026-11-24T05:59:00Z"))
                .body("description", equalTo("The fingerprint does not work"))
                .body("appVersion", equalTo("9.1.0"))
                .body("deviceModel", equalTo("Pixel 12"))
                .body("operatingSystem", equalTo("Android 17"))
                .body("diagnostics", equalTo(Map.of("network", "wifi", "last-error", "E5003")))
                .body("attachments", hasSize(0));
    }

    @Test
    void a_small_form_need_not_announce_its_length() {
        Reports.as(token)
                .multiPart(
                        "report",
                        "report.json",
                        new ByteArrayInputStream(Reports.bytes(Reports.saying("streamed"))),
                        "application/json")
                .post("/v1/error-reports")
                .then()
                .statusCode(201);
    }

    @Test
    void whoever_is_not_logged_in_reports_through_the_gateway_and_stays_unknown() {
        String key = "k".repeat(43);
        String reference = Reports.send(TestTokens.gateway("mobile-banking"), Reports.with("deviceKey", key))
                .then()
                .statusCode(201)
                .extract()
                .path("reference");
        Reports.read("/" + reference)
                .then()
                .body("app", equalTo("mobile-banking"))
                .body("customerId", nullValue())
                .body("deviceKey", equalTo(key));
        try (KafkaProbe kafka = KafkaProbe.open()) {
            var event = kafka.await(Topics.NOTIFICATION, reference, EventTypes.of(ErrorReported.class));
            assertThat(KafkaProbe.json(event)).contains("\"customerId\":\"\"");
        }
    }

    @Test
    void description_diagnostics_and_texts_are_redacted_before_they_are_kept() {
        Map<String, Object> report = Reports.saying("我的電話９１２３４５６７ and card 4111 1111 1111 1111");
        report.put("diagnostics", Map.of("last-error", "Bearer abc.def.ghi " + "x".repeat(600)));
        String reference = Reports.form(token, report)
                .part("attachment", "log.txt", "id A123456(3)\n".getBytes(StandardCharsets.UTF_8), "text/plain")
                .post("/v1/error-reports")
                .path("reference");
        Reports.read("/" + reference)
                .then()
                .body("description", equalTo("我的電話[number] and card [card]"))
                .body("diagnostics.last-error", startsWith("[token] xxx"))
                .body("diagnostics.last-error.length()", equalTo(500))
                .body("attachments", contains(Map.of("number", 1, "type", "text/plain", "bytes", 8)));
        Reports.read("/" + reference + "/attachments/1").then().body(equalTo("id [id]\n"));
    }

    @Test
    void a_script_is_kept_and_returned_as_the_text_it_is() {
        String script = "<script>alert('x')</script> \" \u0000 & ${7*7} '; drop table error_report; --";
        String reference = Reports.sent(customer, "investment", Reports.saying(script));
        Reports.read("/" + reference)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body("description", equalTo(script));
    }

    @Test
    void attachments_come_back_as_files_of_their_own_type() {
        byte[] png = Pictures.png();
        byte[] jpeg = Pictures.jpeg();
        String reference = Reports.form(token, Reports.saying("See the pictures"))
                .part("attachment", "<b>.png", Pictures.joined(png, Pictures.zipBomb()), "image/png")
                .part("attachment", "../../b.jpg", jpeg, "image/jpeg")
                .part("attachment", "c.txt", "<script>".getBytes(StandardCharsets.UTF_8), "text/plain")
                .post("/v1/error-reports")
                .path("reference");
        assertThat(file(reference, 1, "image/png", "png")).isEqualTo(png);
        assertThat(file(reference, 2, "image/jpeg", "jpg")).isEqualTo(jpeg);
        assertThat(file(reference, 3, "text/plain", "txt")).isEqualTo("<script>".getBytes(StandardCharsets.UTF_8));
        Reports.read("/" + reference + "/attachments/4").then().statusCode(404);
    }

    private static byte[] file(String reference, int number, String type, String extension) {
        return Reports.read("/" + reference + "/attachments/" + number)
                .then()
                .statusCode(200)
                .contentType(startsWith(type))
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + reference + "-" + number + "." + extension + "\"")
                .extract()
                .asByteArray();
    }

    @Test
    void who_reads_a_report_or_an_attachment_is_kept_with_it() {
        clock.standStillAt(Instant.parse("2026-11-24T06:00:00Z"));
        String reference = Reports.form(token, Reports.saying("See the picture"))
                .part("attachment", "a.png", Pictures.png(), "image/png")
                .post("/v1/error-reports")
                .path("reference");
        Reports.read("/" + reference).then().body("reads", hasSize(1));
        clock.advance(Duration.ofMinutes(1));
        Reports.read("/" + reference + "/attachments/1").then().statusCode(200);
        Reports.read("/" + reference + "/attachments/2").then().statusCode(404);
        Reports.as(TestTokens.staff("operator.ma", "operations"))
                .get("/v1/error-reports/" + reference)
                .then()
                .body("reads.name", contains("operator.ng", "operator.ng", "operator.ma"))
                .body("reads.readAt", contains("2026-11-24T06:00:00Z", "2026-11-24T06:01:00Z", "2026-11-24T06:01:00Z"))
                .body("reads[0].attachment", nullValue())
                .body("reads[1].attachment", equalTo(1));
    }

    @Test
    void reports_are_listed_newest_first_page_by_page_by_app_and_customer() {
        List<String> sent = new ArrayList<>();
        for (String app : List.of("investment", "mobile-banking", "investment", "investment")) {
            sent.addFirst(Reports.sent(customer, app, Reports.saying("again")));
        }
        Response first = Reports.read("?limit=3&customerId=" + customer);
        first.then()
                .body("reports.reference", equalTo(sent.subList(0, 3)))
                .body("reports.customerId", everyItem(equalTo(customer)))
                .body("reports[0].attachments", equalTo(0))
                .body(not(containsString("again")));
        Reports.read("?limit=3&customerId=" + customer + "&before=" + first.path("before"))
                .then()
                .body("reports.reference", equalTo(sent.subList(3, 4)))
                .body("before", nullValue());
        Reports.read("?app=mobile-banking&customerId=" + customer)
                .then()
                .body("reports.reference", equalTo(sent.subList(2, 3)));
        Reports.read("?app=investment").then().body("reports.reference", hasItem(sent.getFirst()));
        Reports.read("?customerId=nobody").then().statusCode(200).body("reports", hasSize(0));
        assertThat(rows.list("select read_id::text from error_report_read where reference = ?", sent.getFirst()))
                .isEmpty();
    }

    @Test
    void the_others_are_told_the_reference_and_nothing_else() {
        String reference = Reports.sent(customer, "investment", Reports.saying("nobody else reads this"));
        try (KafkaProbe kafka = KafkaProbe.open()) {
            var event = kafka.await(Topics.NOTIFICATION, customer, EventTypes.of(ErrorReported.class));
            assertThat(KafkaProbe.json(event))
                    .contains("\"reference\":\"" + reference + "\"", "\"version\":1")
                    .doesNotContain("nobody else");
        }
    }

    @Test
    void the_same_report_again_is_one_report_whatever_boundary_is_drawn() {
        String key = UUID.randomUUID().toString();
        List<String> references = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            references.add(Reports.form(token, Reports.saying("once"))
                    .header("Idempotency-Key", key)
                    .part("attachment", "a.png", Pictures.png(), "image/png")
                    .post("/v1/error-reports")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("reference"));
        }
        assertThat(references.stream().distinct()).hasSize(1);
        Reports.form(token, Reports.saying("another"))
                .header("Idempotency-Key", key)
                .post("/v1/error-reports")
                .then()
                .statusCode(422);
        assertThat(rows.list("select reference from error_report where customer_id = ?", customer))
                .hasSize(1);
    }

    @Test
    void a_reference_that_was_misheard_is_malformed_and_another_is_not_found() {
        String reference = Reports.sent(customer, "investment", Reports.saying("hello"));
        String misheard = reference.substring(0, 11) + (reference.endsWith("2") ? "3" : "2");
        Reports.read("/" + misheard).then().statusCode(400).body("fields", contains("reference"));
        Reports.read("/ER-7K3M-9Q2G").then().statusCode(404);
        Reports.read("/ER-7K3M-9Q2G/attachments/1").then().statusCode(404);
    }
}
