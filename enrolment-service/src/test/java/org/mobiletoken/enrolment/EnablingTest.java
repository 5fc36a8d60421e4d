package org.mobiletoken.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.mobiletoken.enrolment.testing.FakeNeighbours.CODE;
import static org.mobiletoken.enrolment.testing.FakeNeighbours.HKID;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mobiletoken.enrolment.testing.FakeNeighbours;
import org.mobiletoken.enrolment.testing.Phone;
import org.mobiletoken.enrolment.testing.Phones;
import org.mobiletoken.enrolment.testing.ThirdAppResource;
import org.mobiletoken.testing.MovableClock;

@ServiceTest
class EnablingTest {

    private static final String WRONG_HKID = "Z9999999";

    @Inject
    Phones phones;

    @Inject
    FakeNeighbours neighbours;

    @Inject
    MovableClock clock;

    @Test
    void investment_is_usable_at_once_after_identity_code_and_passcode() {
        Phone phone = phones.ofNewCustomer("investment");
        phone.token().then().statusCode(200).body("state", equalTo("NOT_ENABLED"));

        Response opened = phone.open();
        opened.then()
                .statusCode(201)
                .body("hkidPositions", hasSize(3))
                .body("triesLeft", is(3))
                .body("expiresAt", notNullValue());
        phone.checkIdentity(opened, HKID)
                .then()
                .statusCode(200)
                .body("maskedNumber", endsWith("4567"))
                .body("triesLeft", is(5));
        phone.checkCode(opened, CODE).then().statusCode(200).body("next", equalTo("PASSCODE"));
        phone.setPasscode(opened, Phone.PASSCODE)
                .then()
                .statusCode(201)
                .body("app", equalTo("investment"))
                .body("state", equalTo("ENABLED"))
                .body("deviceName", equalTo("Pixel 12"))
                .body("biometric", is(false))
                .body("otherApps.app", contains("insurance", "mobile-banking"))
                .body("otherApps.enabled", contains(false, false));
    }

    @Test
    void mobile_banking_cools_off_for_exactly_six_hours() {
        Phone phone = phones.ofNewCustomer("mobile-banking");
        Response enabled = phone.enable();
        enabled.then().body("state", equalTo("COOLING_OFF"));
        Instant effectiveAt = Instant.parse(enabled.path("effectiveAt"));
        assertThat(Duration.between(Instant.parse(enabled.path("enabledAt")), effectiveAt))
                .isEqualTo(Duration.ofHours(6));

        clock.standStillAt(effectiveAt.minusMillis(1));
        phone.token().then().body("state", equalTo("COOLING_OFF"));
        clock.standStillAt(effectiveAt);
        phone.token().then().body("state", equalTo("ENABLED"));
    }

    @Test
    void a_frozen_customer_is_refused_before_any_code_goes_out() {
        Phone phone = phones.ofNewCustomer("investment");
        Response opened = phone.open();
        neighbours.freeze(phone.customerId, clock.instant().plusSeconds(3600));

        phone.open().then().statusCode(423).body("kind", equalTo("TEMPORARY")).header("Retry-After", notNullValue());
        phone.checkIdentity(opened, HKID).then().statusCode(423);

        assertThat(neighbours.codesSentTo(phone.customerId)).isZero();
        assertThat(neighbours.hkidChecksOf(phone.customerId)).isZero();
    }

    @Test
    void a_customer_frozen_meanwhile_gets_no_token() {
        Phone phone = phones.ofNewCustomer("investment");
        Response opened = phone.upToPasscode(Map.of());
        neighbours.freeze(phone.customerId, clock.instant().plusSeconds(3600));

        phone.setPasscode(opened, Phone.PASSCODE).then().statusCode(423);
        phone.token().then().body("state", equalTo("NOT_ENABLED"));
    }

    @Test
    void without_an_answer_from_lockout_service_nothing_is_opened() {
        Phone phone = phones.ofNewCustomer("investment");
        neighbours.breakDown("lockout");
        try {
            phone.open().then().statusCode(503).header("Retry-After", notNullValue());
        } finally {
            neighbours.repair("lockout");
        }
    }

    @Test
    void a_directory_that_does_not_answer_costs_no_try() {
        Phone phone = phones.ofNewCustomer("investment");
        Response opened = phone.open();
        neighbours.breakDown("directory");
        try {
            phone.checkIdentity(opened, HKID).then().statusCode(503);
        } finally {
            neighbours.repair("directory");
        }
        phone.checkIdentity(opened, WRONG_HKID).then().statusCode(422).body("triesLeft", is(2));
    }

    @Test
    void a_code_that_could_not_be_sent_can_be_asked_for_again() {
        Phone phone = phones.ofNewCustomer("investment");
        Response opened = phone.open();
        neighbours.breakDown("notification");
        try {
            phone.checkIdentity(opened, HKID).then().statusCode(503);
        } finally {
            neighbours.repair("notification");
        }
        phone.checkCode(opened, CODE).then().statusCode(409).body("type", endsWith("enrolment-out-of-order"));
        phone.request()
                .post("/v1/enrolments/{id}/otp/resend", Phone.id(opened))
                .then()
                .statusCode(200);
        phone.checkCode(opened, CODE).then().statusCode(200);
    }

    @Test
    void the_third_wrong_identity_ends_the_enrolment_and_the_sixth_ends_the_day() {
        Phone phone = phones.ofNewCustomer("investment");
        Response first = phone.open();
        phone.checkIdentity(first, WRONG_HKID)
                .then()
                .statusCode(422)
                .body("type", endsWith("identity-mismatch"))
                .body("triesLeft", is(2));
        phone.checkIdentity(first, WRONG_HKID).then().statusCode(422).body("triesLeft", is(1));
        phone.checkIdentity(first, WRONG_HKID).then().statusCode(422).body("triesLeft", is(0));
        phone.checkIdentity(first, HKID).then().statusCode(409).body("type", endsWith("enrolment-ended"));

        Response second = phone.open();
        assertThat(second.<List<Integer>>path("hkidPositions"))
                .as("the same positions, until they were answered")
                .isEqualTo(first.path("hkidPositions"));
        for (int wrong = 4; wrong <= 6; wrong++) {
            phone.checkIdentity(second, WRONG_HKID).then().statusCode(422);
        }
        Response third = phone.open();
        phone.checkIdentity(third, HKID)
                .then()
                .statusCode(429)
                .body("type", endsWith("too-many-identity-checks"))
                .header("Retry-After", notNullValue());
        assertThat(neighbours.hkidChecksOf(phone.customerId)).isEqualTo(6);

        clock.advance(Duration.ofDays(1));
        phone.checkIdentity(phone.open(), HKID).then().statusCode(200);
    }

    @Test
    void five_wrong_codes_end_the_enrolment() {
        Phone phone = phones.ofNewCustomer("investment");
        Response opened = phone.open();
        phone.checkIdentity(opened, HKID);
        for (int left = 4; left >= 0; left--) {
            phone.checkCode(opened, "000000").then().statusCode(422).body("triesLeft", is(left));
        }
        phone.checkCode(opened, CODE).then().statusCode(409).body("type", endsWith("enrolment-ended"));
    }

    @Test
    void an_enrolment_expires_ten_minutes_after_it_was_opened() {
        Phone phone = phones.ofNewCustomer("investment");
        Response opened = phone.open();
        Instant expiresAt = Instant.parse(opened.path("expiresAt"));

        clock.standStillAt(expiresAt);
        phone.checkIdentity(opened, HKID).then().statusCode(409).body("type", endsWith("enrolment-ended"));
        clock.standStillAt(expiresAt.minusMillis(1));
        phone.checkIdentity(opened, HKID).then().statusCode(200);
    }

    @Test
    void a_passcode_that_is_easy_to_guess_is_refused_and_another_may_follow() {
        Phone phone = phones.ofNewCustomer("investment");
        Response opened = phone.upToPasscode(Map.of());
        phone.setPasscode(opened, "123456").then().statusCode(422).body("type", endsWith("weak-passcode"));
        phone.setPasscode(opened, Phone.PASSCODE).then().statusCode(201);
    }

    @Test
    void a_key_that_is_enabled_already_is_told_so() {
        Phone phone = phones.ofNewCustomer("investment");
        phone.enable();
        phone.open().then().statusCode(409).body("type", endsWith("already-enabled"));
    }

    @Test
    void a_phone_that_names_the_other_apps_key_is_told_to_synchronise() {
        Phone investment = phones.ofNewCustomer("investment");
        investment.enable();
        investment
                .otherApp("mobile-banking")
                .open(Map.of("otherAppKey", investment.key.thumbprint()))
                .then()
                .statusCode(409)
                .body("type", endsWith("synchronise-instead"))
                .body("app", equalTo("investment"));
    }

    @Test
    void another_device_is_refused_with_the_masked_name_of_the_first() {
        Phone first = phones.ofNewCustomer("investment");
        first.enable();
        first.otherDevice()
                .open()
                .then()
                .statusCode(409)
                .body("type", endsWith("other-device"))
                .body("deviceName", equalTo("Pix•••"));
    }

    @Test
    void the_same_request_with_the_same_key_opens_one_enrolment() {
        Phone phone = phones.ofNewCustomer("investment");
        Map<String, Object> body = Map.of("proof", phone.enrolmentProof(), "deviceName", "Pixel 12");
        Response first =
                phone.request().header("Idempotency-Key", "once").body(body).post("/v1/enrolments");
        Response again =
                phone.request().header("Idempotency-Key", "once").body(body).post("/v1/enrolments");
        first.then().statusCode(201);
        again.then().statusCode(201).body("enrolmentId", equalTo(Phone.id(first)));
    }

    @Test
    void a_third_app_by_settings_alone_has_its_own_cooling_off() {
        Phone phone = phones.ofNewCustomer(ThirdAppResource.APP);
        Response enabled = phone.enable();
        assertThat(Duration.between(
                        Instant.parse(enabled.path("enabledAt")), Instant.parse(enabled.path("effectiveAt"))))
                .isEqualTo(Duration.ofHours(2));
        phone.disable().then().statusCode(200).body("loginAgainWith", contains("ACCOUNT", "PASSWORD"));
    }

    @Test
    void a_challenge_opens_one_enrolment_only() {
        Phone phone = phones.ofNewCustomer("investment");
        Map<String, Object> body = Map.of("proof", phone.enrolmentProof(), "deviceName", "Pixel 12");
        phone.request().body(body).post("/v1/enrolments").then().statusCode(201);
        phone.request()
                .body(body)
                .post("/v1/enrolments")
                .then()
                .statusCode(409)
                .body("type", endsWith("challenge-used"));
    }
}
