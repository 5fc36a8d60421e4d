package org.mobiletoken.notification.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mobiletoken.notification.bank.Form;
import org.mobiletoken.notification.bank.Pictures;
import org.mobiletoken.notification.bank.Reports;
import org.mobiletoken.notification.bank.Rows;
import org.mobiletoken.notification.bank.WithBank;
import org.mobiletoken.testing.TestTokens;

@QuarkusTest
@WithBank
class BadReportTest {

    private static final String TOO_LARGE = "urn:mobile-token:problem:too-large";
    private static final String MALFORMED = "urn:mobile-token:problem:malformed";
    private static final String START = "--b\r\nContent-Disposition: form-data; name=\"report\"\r\n"
            + "Content-Type: application/json\r\n\r\n{\"description\":\"d\",\"appVersion\":\"1\",\"deviceModel\":\"m\","
            + "\"operatingSystem\":\"o\",\"occurredAt\":\"2026-11-24T05:59:00Z\"}";

    @Inject
    Rows rows;

    @TestHTTPResource("/v1/error-reports")
    URI endpoint;

    private final String customer = UUID.randomUUID().toString();
    private final String token = TestTokens.customer(customer, "investment");

    @AfterEach
    void nothing_was_kept() {
        assertThat(rows.list("select reference from error_report where customer_id = ?", customer))
                .isEmpty();
    }

    @Test
    void an_attachment_of_ten_megabytes_is_too_large() throws Exception {
        byte[] large = new byte[10 * 1024 * 1024];
        HttpResponse<String> answer = post(BodyPublishers.ofByteArray(large));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains(TOO_LARGE);
    }

    @Test
    void an_attachment_over_two_megabytes_is_too_large_in_a_form_that_is_not() {
        attached(new byte[2 * 1024 * 1024 + 1], "text/plain")
                .statusCode(413)
                .body("type", equalTo(TOO_LARGE))
                .body("part", equalTo("attachment"));
    }

    @Test
    void a_report_over_64_KiB_is_too_large() {
        answer(Reports.saying("d".repeat(65_536))).statusCode(413).body("part", equalTo("report"));
    }

    @Test
    void a_large_form_must_announce_its_length() throws Exception {
        byte[] form = (START + "\r\n--b--" + " ".repeat(100_000)).getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> answer = post(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form)));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains(TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "text/plain", "application/zip", "application/octet-stream"})
    void a_zip_bomb_is_refused_without_being_opened(String declared) {
        refused(attached(Pictures.zipBomb(), declared), 1, "NOT_ACCEPTED");
    }

    @Test
    void an_attachment_that_is_not_what_it_says_is_refused() {
        refused(attached(Pictures.png(), "image/jpeg"), 1, "OTHER_TYPE");
        refused(attached("<p>".getBytes(StandardCharsets.UTF_8), "text/html"), 1, "OTHER_TYPE");
        refused(attached("<svg/>".getBytes(StandardCharsets.UTF_8), "image/svg+xml"), 1, "OTHER_TYPE");
    }

    @Test
    void the_attachment_that_is_refused_is_named() {
        refused(
                Reports.form(token, Reports.saying("two"))
                        .part("attachment", "a.png", Pictures.png(), "image/png")
                        .part("attachment", "b.png", Pictures.png(60_000, 60_000), "image/png")
                        .post("/v1/error-reports")
                        .then(),
                2,
                "TOO_MANY_PIXELS");
    }

    @Test
    void a_fourth_attachment_is_malformed() {
        var form = Reports.form(token, Reports.saying("four"));
        for (int i = 0; i < 4; i++) {
            form = form.part("attachment", "a.png", Pictures.png(), "image/png");
        }
        malformed(form.post("/v1/error-reports").then(), "attachment");
    }

    @Test
    void a_part_is_missing_unknown_twice_or_of_another_type() {
        malformed(
                new Form(token)
                        .part("attachment", "a.png", Pictures.png(), "image/png")
                        .post("/v1/error-reports")
                        .then(),
                "report");
        malformed(
                Reports.form(token, Reports.saying("a"))
                        .part("more", "m", "more".getBytes(StandardCharsets.UTF_8), "text/plain")
                        .post("/v1/error-reports")
                        .then(),
                "more");
        malformed(
                Reports.form(token, Reports.saying("a"))
                        .part("report", "r", "{}".getBytes(StandardCharsets.UTF_8), "application/json")
                        .post("/v1/error-reports")
                        .then(),
                "report");
        malformed(
                new Form(token)
                        .part("report", "r", "{}".getBytes(StandardCharsets.UTF_8), "text/plain")
                        .post("/v1/error-reports")
                        .then(),
                "report");
    }

    @Test
    void a_member_that_is_missing_or_wrong_is_named_and_its_value_is_not() {
        for (String member :
                new String[] {"description", "appVersion", "deviceModel", "operatingSystem", "occurredAt"}) {
            malformed(answer(Reports.with(member, null)), member);
            malformed(answer(Reports.with(member, " ")), member);
            malformed(answer(Reports.with(member, true)), member);
        }
        malformed(answer(Reports.saying("d".repeat(4_001))), "description");
        malformed(answer(Reports.with("appVersion", "<b>1</b>")), "appVersion");
        malformed(answer(Reports.with("deviceModel", "m".repeat(65))), "deviceModel");
        malformed(answer(Reports.with("deviceKey", "too-short")), "deviceKey");
        malformed(answer(Reports.with("occurredAt", "yesterday 91234567")), "occurredAt")
                .body(not(containsString("91234567")));
        malformed(answer(Reports.with("customerId", "another")), "customerId");
        malformed(answer(Reports.with("app", "mobile-banking")), "app");
        malformed(answer(Reports.with("diagnostics", Map.of("contacts", "all"))), "diagnostics.contacts");
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("network", null);
        malformed(answer(Reports.with("diagnostics", nothing)), "diagnostics.network");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "null", "[]", "7", "{} {}", "{\"description\":\"a\",\"description\":\"b\"}", "\u0000"})
    void a_report_that_is_no_report_is_malformed(String report) {
        Reports.form(token, report)
                .post("/v1/error-reports")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo(MALFORMED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no form at all",
                "--b",
                "--b--",
                "--b\r\n",
                "--b\r\n\r\nno headers\r\n--b--",
                "--b\r\nContent-Disposition\r\n\r\nx\r\n--b--",
                "--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--",
                "--b\r\n: form-data; name=\"report\"\r\n\r\nx\r\n--b--",
                "--b\r\nContent-Disposition: form-data; name=\"report\"\r\nContent-Type: nonsense\r\n\r\n{}\r\n--b--",
                "--b\r\nContent-Disposition: form-data; name=\"report\nContent-Type: application/json\r\n\r\n{}\r\n--b--",
                START,
                START + "\r\n--b",
                START + "\r\n--c--",
                START + "\r\n--b\r\nContent-Disposition: form-data; name=\"attachment\"\r\n\r\nunfinished"
            })
    void a_form_that_is_none_or_is_cut_off_is_malformed(String form) throws Exception {
        HttpResponse<String> answer = post(BodyPublishers.ofString(form));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(MALFORMED);
    }

    @Test
    void a_large_form_is_refused_before_it_has_been_read_to_its_end() throws Exception {
        String form =
                "--b\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\n" + "x".repeat(4_000_000) + "\r\n--b--";
        assertThat(post(BodyPublishers.ofString(form)).body()).contains(MALFORMED);
        String stranger = TestTokens.service("enrolment-service");
        assertThat(post(stranger, "multipart/form-data; boundary=b", BodyPublishers.ofString(form))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_form_without_a_boundary_is_malformed_and_anything_but_a_form_is_not_supported() throws Exception {
        assertThat(post("multipart/form-data", BodyPublishers.ofString(START + "\r\n--b--"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("application/json", BodyPublishers.ofString("{}")).statusCode())
                .isEqualTo(415);
    }

    private HttpResponse<String> post(HttpRequest.BodyPublisher body) throws Exception {
        return post("multipart/form-data; boundary=b", body);
    }

    private HttpResponse<String> post(String type, HttpRequest.BodyPublisher body) throws Exception {
        return post(token, type, body);
    }

    private HttpResponse<String> post(String sender, String type, HttpRequest.BodyPublisher body) throws Exception {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(
                    HttpRequest.newBuilder(endpoint)
                            .header("Authorization", "Bearer " + sender)
                            .header("Content-Type", type)
                            .POST(body)
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private ValidatableResponse answer(Map<String, Object> report) {
        return Reports.send(token, report).then();
    }

    private ValidatableResponse attached(byte[] content, String type) {
        return Reports.form(token, Reports.saying("See the attachment"))
                .part("attachment", "a", content, type)
                .post("/v1/error-reports")
                .then();
    }

    private static ValidatableResponse malformed(ValidatableResponse answer, String field) {
        return answer.statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo(MALFORMED))
                .body("fields", contains(field));
    }

    private static void refused(ValidatableResponse answer, int attachment, String reason) {
        answer.statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:mobile-token:problem:attachment-refused"))
                .body("attachment", equalTo(attachment))
                .body("reason", equalTo(reason));
    }
}
