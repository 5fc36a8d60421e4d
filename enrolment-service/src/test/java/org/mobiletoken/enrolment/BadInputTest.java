package org.mobiletoken.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mobiletoken.enrolment.testing.FakeNeighbours;
import org.mobiletoken.enrolment.testing.Phone;
import org.mobiletoken.enrolment.testing.Phones;

@ServiceTest
class BadInputTest {

    @Inject
    Phones phones;

    @Inject
    FakeNeighbours neighbours;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{}",
                "{\"proof\":\"p\"}",
                "{\"deviceName\":\"Pixel 12\"}",
                "{\"proof\":1,\"deviceName\":\"Pixel 12\"}",
                "{\"proof\":\"p\",\"deviceName\":\"\"}",
                "{\"proof\":\"p\",\"deviceName\":\"a\\nb\"}",
                "{\"proof\":\"p\",\"deviceName\":\"Pixel 12\",\"replaceDevice\":\"yes\"}",
                "{\"proof\":\"p\",\"deviceName\":\"Pixel 12\",\"otherAppKey\":\"short\"}",
                "{\"proof\":\"p\",\"deviceName\":\"Pixel 12\",\"customerId\":\"somebody\"}"
            })
    void a_malformed_opening_is_refused(String body) {
        phones.ofNewCustomer("investment")
                .request()
                .body(body)
                .post("/v1/enrolments")
                .then()
                .statusCode(400)
                .body("type", endsWith("malformed"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"characters\":[]}",
                "{\"characters\":[\"A\",\"1\"]}",
                "{\"characters\":[\"A\",\"1\",\"2\",\"3\"]}",
                "{\"characters\":[\"A\",\"1\",null]}",
                "{\"characters\":[\"A\",\"1\",\"(\"]}",
                "{\"characters\":[\"A\",\"1\",\"23\"]}",
                "{\"characters\":\"A12\"}"
            })
    void malformed_characters_cost_no_try(String body) {
        Phone phone = phones.ofNewCustomer("investment");
        Response opened = phone.open();
        phone.request()
                .body(body)
                .post("/v1/enrolments/{id}/identity-check", Phone.id(opened))
                .then()
                .statusCode(400);
        assertThat(neighbours.hkidChecksOf(phone.customerId)).isZero();
        phone.checkIdentity(opened, "Z9999999").then().statusCode(422).body("triesLeft", is(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"code\":\"12345\"}", "{\"code\":\"1234567\"}", "{\"code\":\"abcdef\"}", "{\"code\":123456}"})
    void a_malformed_code_costs_no_try(String body) {
        Phone phone = phones.ofNewCustomer("investment");
        Response opened = phone.open();
        phone.checkIdentity(opened, FakeNeighbours.HKID);
        phone.request()
                .body(body)
                .post("/v1/enrolments/{id}/otp", Phone.id(opened))
                .then()
                .statusCode(400);
        phone.checkCode(opened, "000000").then().statusCode(422).body("triesLeft", is(4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no-proof-at-all",
                "e30.e30.e30",
                "eyJhbGciOiJub25lIn0.eyJhdWQiOiJtb2JpbGUtdG9rZW4ifQ.",
                "eyJhbGciOiJIUzI1NiJ9.eyJhdWQiOiJtb2JpbGUtdG9rZW4ifQ.c2lnbmF0dXJl"
            })
    void what_is_no_proof_opens_nothing(String proof) {
        openWith(phones.ofNewCustomer("investment"), proof)
                .then()
                .statusCode(422)
                .body("type", endsWith("proof-refused"));
    }

    @Test
    void a_proof_for_another_app_opens_nothing() {
        Phone phone = phones.ofNewCustomer("investment");
        String proof = phone.enrolmentProof();
        phone.otherApp("mobile-banking")
                .request()
                .body(Map.of("proof", proof, "deviceName", "Pixel 12"))
                .post("/v1/enrolments")
                .then()
                .statusCode(422)
                .body("type", endsWith("proof-refused"));
    }

    @Test
    void a_proof_by_another_key_sets_no_passcode() {
        Phone phone = phones.ofNewCustomer("investment");
        Response opened = phone.upToPasscode(Map.of());
        Phone stranger = phone.otherDevice();
        phone.request()
                .body(Map.of("proof", stranger.passcodeProof(opened, Phone.PASSCODE)))
                .post("/v1/enrolments/{id}/passcode", Phone.id(opened))
                .then()
                .statusCode(422)
                .body("type", endsWith("proof-refused"));
        phone.setPasscode(opened, Phone.PASSCODE).then().statusCode(201);
    }

    @Test
    void a_proof_without_a_passcode_sets_none() {
        Phone phone = phones.ofNewCustomer("investment");
        Response opened = phone.upToPasscode(Map.of());
        phone.request()
                .body(Map.of("proof", phone.enrolmentProof()))
                .post("/v1/enrolments/{id}/passcode", Phone.id(opened))
                .then()
                .statusCode(422);
        phone.token().then().body("state", is("NOT_ENABLED"));
    }

    @Test
    void an_id_that_is_none_is_not_found() {
        Phone phone = phones.ofNewCustomer("investment");
        phone.request()
                .body(Map.of("code", "123456"))
                .post("/v1/enrolments/{id}/otp", "not-an-id")
                .then()
                .statusCode(404);
        phone.request()
                .body(Map.of("code", "123456"))
                .post("/v1/enrolments/{id}/otp", UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void a_body_over_64_kib_is_too_large() {
        Phone phone = phones.ofNewCustomer("investment");
        Map<String, Object> body = new HashMap<>();
        body.put("proof", "x".repeat(70 * 1024));
        body.put("deviceName", "Pixel 12");
        phone.request().body(body).post("/v1/enrolments").then().statusCode(413);
    }

    @Test
    void steps_out_of_order_are_refused() {
        Phone phone = phones.ofNewCustomer("investment");
        Response opened = phone.open();
        phone.checkCode(opened, FakeNeighbours.CODE).then().statusCode(409).body("type", endsWith("out-of-order"));
        phone.setPasscode(opened, Phone.PASSCODE).then().statusCode(409);
        phone.checkIdentity(opened, FakeNeighbours.HKID).then().statusCode(200);
        phone.checkIdentity(opened, FakeNeighbours.HKID).then().statusCode(409);
        assertThat(List.of(neighbours.codesSentTo(phone.customerId))).containsExactly(1);
    }

    private static Response openWith(Phone phone, String proof) {
        return phone.request()
                .body(Map.of("proof", proof, "deviceName", "Pixel 12"))
                .post("/v1/enrolments");
    }
}
