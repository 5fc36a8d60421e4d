package org.mobiletoken.notification.bank;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.mobiletoken.testing.TestTokens;

/** Error reports as apps send them and operations read them. */
public final class Reports {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Reports() {}

    /** A report with a member changed; a value of {@code null} leaves it out. */
    public static Map<String, Object> with(String member, Object value) {
        Map<String, Object> report = new HashMap<>(Map.of(
                "description", "The fingerprint does not work",
                "appVersion", "9.1.0",
                "deviceModel", "Pixel 12",
                "operatingSystem", "Android 17",
                "occurredAt", "2026-11-24T05:59:00Z"));
        if (value == null) {
            report.remove(member);
        } else {
            report.put(member, value);
        }
        return report;
    }

    public static Map<String, Object> saying(String description) {
        return with("description", description);
    }

    public static Form form(String token, Map<String, Object> report) {
        return form(token, json(report));
    }

    public static Form form(String token, String report) {
        return new Form(token)
                .part("report", "report.json", report.getBytes(StandardCharsets.UTF_8), "application/json");
    }

    public static byte[] bytes(Map<String, Object> report) {
        return json(report).getBytes(StandardCharsets.UTF_8);
    }

    public static Response send(String token, Map<String, Object> report) {
        return form(token, report).post("/v1/error-reports");
    }

    /** Sends a report and says under which reference it is kept. */
    public static String sent(String customer, String app, Map<String, Object> report) {
        return send(TestTokens.customer(customer, app), report)
                .then()
                .statusCode(201)
                .extract()
                .path("reference");
    }

    public static Response read(String path) {
        return as(TestTokens.staff("operator.ng", "operations")).get("/v1/error-reports" + path);
    }

    public static RequestSpecification as(String token) {
        return given().auth().preemptive().oauth2(token);
    }

    private static String json(Map<String, Object> report) {
        try {
            return JSON.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
