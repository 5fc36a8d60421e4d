package org.mobiletoken.lockout;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mobiletoken.testing.KafkaResource;
import org.mobiletoken.testing.PostgresResource;
import org.mobiletoken.testing.TestTokens;
import org.mobiletoken.testing.TokensResource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokensResource.class)
class BadInputTest {

    private static final String ENROLMENT = TestTokens.service("enrolment-service");
    private static final String OFFICER = TestTokens.staff("officer.ho", "branch-officer");
    private static final String GOOD = """
            {"attemptId":"6f1c1d7e-2a11-4c6e-9a39-0d5d5a1f0c99","customerId":"bad-input","app":"investment",\
            "purpose":"login","tokenId":"6f1c1d7e-2a11-4c6e-9a39-0d5d5a1f0c01"}""";

    private final LockoutClient lockout = new LockoutClient();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{}",
                "\"login\"",
                "{\"attemptId\":\"not a uuid\"}",
            })
    void a_body_of_another_form_is_malformed(String body) {
        refused(body);
    }

    @Test
    void a_reservation_with_a_field_too_many_too_few_or_of_another_type_is_malformed_and_reserves_nothing() {
        refused(GOOD.replace("\"purpose\"", "\"extra\":1,\"purpose\""));
        refused(GOOD.replace("\"app\":\"investment\",", ""));
        refused(GOOD.replace("\"investment\"", "7"));
        refused(GOOD.replace("\"investment\"", "null"));
        refused(GOOD.replace("\"investment\"", "\"Investment!\""));
        refused(GOOD.replace("\"login\"", "\"payment\""));
        refused(GOOD.replace("\"login\"", "[\"login\"]"));
        refused(GOOD.replace("bad-input", ""));
        refused(GOOD.replace("bad-input", "x".repeat(65)));
        refused(GOOD.replace("bad-input", "a b"));
        refused(GOOD.replace("6f1c1d7e-2a11-4c6e-9a39-0d5d5a1f0c99", "6f1c1d7e"));
        refused(GOOD + GOOD);
        lockout.settle("bad-input", UUID.fromString("6f1c1d7e-2a11-4c6e-9a39-0d5d5a1f0c99"), "ACCEPTED")
                .statusCode(404);
    }

    @Test
    void a_body_over_64_kib_is_too_large() {
        LockoutClient.as(ENROLMENT)
                .body(GOOD.replace("investment", "i".repeat(70_000)))
                .post("/v1/attempts")
                .then()
                .statusCode(413);
    }

    @Test
    void another_media_type_is_not_supported() {
        LockoutClient.as(ENROLMENT)
                .contentType("text/plain")
                .body(GOOD)
                .post("/v1/attempts")
                .then()
                .statusCode(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "accepted", "MAYBE", "ABANDONED"})
    void an_outcome_that_does_not_exist_is_malformed_and_settles_nothing(String outcome) {
        var customer = LockoutClient.newCustomer();
        var attempt = lockout.reserved(customer);
        lockout.settle(customer, attempt, outcome).statusCode(400);
        lockout.settle(customer, attempt, "REJECTED").statusCode(200).body("attemptsLeft", equalTo(5));
    }

    @Test
    void an_attempt_id_that_is_none_is_not_found() {
        LockoutClient.as(ENROLMENT)
                .body("{\"customerId\":\"bad-input\",\"outcome\":\"ACCEPTED\"}")
                .put("/v1/attempts/first")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"freezeId\":\"6f1c1d7e-2a11-4c6e-9a39-0d5d5a1f0c01\",\"reason\":\" \",\"reference\":\"HK-1\"}",
                "{\"freezeId\":\"6f1c1d7e-2a11-4c6e-9a39-0d5d5a1f0c01\",\"reason\":\"seen\"}",
                "{\"freezeId\":\"6f1c1d7e-2a11-4c6e-9a39-0d5d5a1f0c01\",\"reason\":\"seen\",\"reference\":\"\"}",
                "{\"freezeId\":null,\"reason\":\"seen\",\"reference\":\"HK-1\"}",
                "{\"freezeId\":\"6f1c1d7e-2a11-4c6e-9a39-0d5d5a1f0c01\",\"reason\":\"seen\",\"reference\":\"1\",\"by\":1}"
            })
    void an_unfreeze_without_freeze_reason_and_reference_is_malformed(String body) {
        LockoutClient.as(OFFICER)
                .body(body)
                .post("/v1/customers/bad-input/unfreezes")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:mobile-token:problem:malformed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=201", "?limit=-1", "?before=!!"})
    void a_page_that_cannot_be_is_malformed(String query) {
        LockoutClient.as(OFFICER)
                .get("/v1/customers/bad-input/lockout/history" + query)
                .then()
                .statusCode(400);
    }

    private static void refused(String body) {
        LockoutClient.as(ENROLMENT)
                .body(body)
                .post("/v1/attempts")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:mobile-token:problem:malformed"))
                .body(not(containsString("Exception")));
    }
}
