package org.mobiletoken.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mobiletoken.device.DeviceKey;
import org.mobiletoken.device.Proof;
import org.mobiletoken.enrolment.testing.FakeNeighbours;

/** Biometric login: on after passcode, code and key in that order, off at any time, and never a way around a freeze. */
@ServiceTest
class BiometricLoginTest extends ReadyPhoneTest {
    private static final String WRONG_CODE = "000000";

    @Test
    void passcode_then_code_then_key_turn_it_on() {
        ReadyPhone phone = phones.of("mobile-banking");
        DeviceKey biometric = DeviceKey.generate();
        UUID flow = opened(phone);

        code(phone, flow, FakeNeighbours.CODE).then().statusCode(200).body("next", equalTo("KEY"));
        register(phone, flow, biometric).then().statusCode(201).body("biometric", equalTo(true));

        assertThat(lockout.reservedFor(phone.customerId())).isEqualTo(1);
        logIn(phone, biometric).then().statusCode(200).body("method", equalTo("BIOMETRIC"));
        assertThat(lockout.reservedFor(phone.customerId())).isEqualTo(1);
    }

    @Test
    void no_step_can_be_skipped() {
        ReadyPhone phone = phones.of("mobile-banking");
        UUID flow = opened(phone);
        DeviceKey biometric = DeviceKey.generate();

        outOfOrder(register(phone, flow, biometric));
        code(phone, flow, FakeNeighbours.CODE).then().statusCode(200);
        outOfOrder(code(phone, flow, FakeNeighbours.CODE));
        register(phone, flow, biometric).then().statusCode(201);
        outOfOrder(register(phone, flow, DeviceKey.generate()));
    }

    @Test
    void a_wrong_passcode_sends_no_code_and_is_counted() {
        ReadyPhone phone = phones.of("mobile-banking");

        open(phone, ReadyPhone.WRONG_PASSCODE).then().statusCode(422).body("attemptsLeft", equalTo(5));

        assertThat(neighbours.codesSentTo(phone.customerId())).isZero();
        assertThat(lockout.wrongInARow(phone.customerId())).isEqualTo(1);
    }

    @Test
    void while_frozen_no_code_is_sent() {
        ReadyPhone phone = phones.of("mobile-banking");
        lockout.freeze(phone.customerId(), clock.instant().plus(Duration.ofHours(1)));

        open(phone, phone.passcode()).then().statusCode(423);

        assertThat(neighbours.codesSentTo(phone.customerId())).isZero();
    }

    @Test
    void during_the_cooling_off_it_may_be_turned_on() {
        ReadyPhone phone = phones.justEnabled("mobile-banking");

        open(phone, phone.passcode()).then().statusCode(201);
    }

    @Test
    void a_wrong_code_leaves_tries_and_the_flow_open() {
        ReadyPhone phone = phones.of("mobile-banking");
        UUID flow = opened(phone);

        code(phone, flow, WRONG_CODE).then().statusCode(422).body("triesLeft", equalTo(4));
        code(phone, flow, FakeNeighbours.CODE).then().statusCode(200);
    }

    @Test
    void the_flow_ends_after_ten_minutes() {
        ReadyPhone phone = phones.of("mobile-banking");
        UUID flow = opened(phone);
        clock.advance(Duration.ofMinutes(10));

        outOfOrder(code(phone, flow, FakeNeighbours.CODE));
    }

    @Test
    void another_customer_knows_nothing_of_the_flow() {
        ReadyPhone phone = phones.of("mobile-banking");
        UUID flow = opened(phone);

        code(phones.of("mobile-banking"), flow, FakeNeighbours.CODE).then().statusCode(404);
    }

    @Test
    void the_device_key_cannot_pass_for_the_biometric_key() {
        ReadyPhone phone = phones.of("mobile-banking");
        UUID flow = opened(phone);
        code(phone, flow, FakeNeighbours.CODE).then().statusCode(200);

        register(phone, flow, phone.key()).then().statusCode(422);
    }

    @Test
    void a_key_that_opens_another_token_is_refused_and_another_may_follow() {
        DeviceKey taken = turnedOn(phones.of("mobile-banking"));
        ReadyPhone phone = phones.of("mobile-banking");
        UUID flow = opened(phone);
        code(phone, flow, FakeNeighbours.CODE).then().statusCode(200);

        register(phone, flow, taken)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:mobile-token:problem:proof-refused"));

        register(phone, flow, DeviceKey.generate()).then().statusCode(201);
    }

    @Test
    void while_frozen_biometrics_are_refused_as_well() {
        ReadyPhone phone = phones.of("mobile-banking");
        DeviceKey biometric = turnedOn(phone);
        lockout.freeze(phone.customerId(), clock.instant().plus(Duration.ofHours(1)));

        logIn(phone, biometric).then().statusCode(423);
    }

    @Test
    void without_an_answer_about_the_freeze_biometrics_verify_nothing() {
        ReadyPhone phone = phones.of("mobile-banking");
        DeviceKey biometric = turnedOn(phone);
        lockout.goAway();

        logIn(phone, biometric).then().statusCode(503);
    }

    @Test
    void once_turned_off_the_key_is_dead() {
        ReadyPhone phone = phones.of("mobile-banking");
        DeviceKey biometric = turnedOn(phone);

        phone.inSession().delete("/v1/token/biometric").then().statusCode(200).body("biometric", equalTo(false));

        logIn(phone, biometric).then().statusCode(422).body("type", equalTo("urn:mobile-token:problem:proof-refused"));
    }

    @Test
    void disabling_the_token_kills_the_biometric_key() {
        ReadyPhone phone = phones.of("mobile-banking");
        DeviceKey biometric = turnedOn(phone);
        phones.disable(phone);

        logIn(phone, biometric).then().statusCode(422);
    }

    private DeviceKey turnedOn(ReadyPhone phone) {
        DeviceKey biometric = DeviceKey.generate();
        UUID flow = opened(phone);
        code(phone, flow, FakeNeighbours.CODE).then().statusCode(200);
        register(phone, flow, biometric).then().statusCode(201);
        return biometric;
    }

    private UUID opened(ReadyPhone phone) {
        return UUID.fromString(
                open(phone, phone.passcode()).then().statusCode(201).extract().path("biometricEnrolmentId"));
    }

    private Response open(ReadyPhone phone, String passcode) {
        String challenge = ReadyPhone.challenge(phone.inSession(), "biometric-enrolment", phone.key(), null);
        String proof = Proof.of(phone.key(), "biometric-enrolment", challenge, clock.instant())
                .withPasscode(ReadyPhone.encrypt(passcode, challenge))
                .sign();
        return phone.inSession().body(Map.of("proof", proof)).post("/v1/biometric-enrolments");
    }

    private static Response code(ReadyPhone phone, UUID flow, String code) {
        return phone.inSession().body(Map.of("code", code)).post("/v1/biometric-enrolments/" + flow + "/otp");
    }

    private Response register(ReadyPhone phone, UUID flow, DeviceKey biometric) {
        String challenge = ReadyPhone.challenge(phone.inSession(), "biometric-key", biometric, flow);
        String proof = Proof.of(biometric, "biometric-key", challenge, clock.instant())
                .introducingKey()
                .sign();
        return phone.inSession().body(Map.of("proof", proof)).post("/v1/biometric-enrolments/" + flow + "/key");
    }

    private Response logIn(ReadyPhone phone, DeviceKey biometric) {
        String challenge = ReadyPhone.challenge(phone.gateway(), "login", biometric, null);
        return phone.logIn(
                Proof.of(biometric, "login", challenge, clock.instant()).sign());
    }

    private static void outOfOrder(Response response) {
        response.then()
                .statusCode(409)
                .body("type", equalTo("urn:mobile-token:problem:biometric-enrolment-out-of-order"));
    }
}
