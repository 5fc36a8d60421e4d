package org.mobiletoken.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mobiletoken.notification.bank.BankSmsc;
import org.mobiletoken.notification.bank.Numbers;
import org.mobiletoken.notification.bank.Otps;
import org.mobiletoken.notification.bank.Rows;
import org.mobiletoken.notification.bank.TinyDirectory;
import org.mobiletoken.notification.bank.WithBank;
import org.mobiletoken.testing.MovableClock;
import org.mobiletoken.testing.TestTokens;

@QuarkusTest
@WithBank
class OtpTest {

    private static final String ENDED = "urn:mobile-token:problem:otp-ended";

    @Inject
    MovableClock clock;

    @Inject
    Rows rows;

    BankSmsc smsc;
    TinyDirectory directory;

    private final String customer = UUID.randomUUID().toString();
    private final String number = Numbers.any();
    private final UUID flow = UUID.randomUUID();

    @BeforeEach
    void the_directory_knows_the_customer() {
        directory.knows(customer, number, "zh-HK");
        Awaitility.await().until(() -> smsc.sessions() == 2);
    }

    @Test
    void a_code_goes_to_the_number_of_the_directory_and_is_verified_once() {
        Response sent = Otps.send(customer, flow);
        sent.then()
                .statusCode(201)
                .body("maskedNumber", equalTo("+852 •••• " + number.substring(8)))
                .body("triesLeft", equalTo(5));
        assertThat(Duration.between(clock.instant(), Instant.parse(sent.path("expiresAt"))))
                .isBetween(Duration.ofSeconds(170), Duration.ofSeconds(180));
        String code = Otps.codeIn(smsc, number);
        assertThat(smsc.received(number).getLast().text())
                .startsWith("工銀智投資啟用流動保安編碼的短訊驗證碼：")
                .contains("+852 2189 5588");
        Otps.verify(sent.path("otpId"), customer, code).then().statusCode(200).body("verified", equalTo(true));
        Otps.verify(sent.path("otpId"), customer, code).then().statusCode(409).body("type", equalTo(ENDED));
        Otps.send(customer, flow).then().statusCode(409).body("type", equalTo(ENDED));
    }

    @Test
    void a_code_with_spaces_or_full_width_digits_is_understood() {
        String otpId = Otps.send(customer, flow).path("otpId");
        String code = Otps.codeIn(smsc, number);
        StringBuilder typed = new StringBuilder(" ");
        code.chars().forEach(digit -> typed.append((char) (digit - '0' + '０')).append(' '));
        Otps.verify(otpId, customer, typed.toString()).then().statusCode(200);
    }

    @Test
    void the_fifth_wrong_code_ends_the_flow_and_a_new_code_does_not_forgive() {
        String first = Otps.send(customer, flow).path("otpId");
        String wrong = Otps.otherThan(Otps.codeIn(smsc, number));
        for (int left = 4; left >= 2; left--) {
            Otps.verify(first, customer, wrong)
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("urn:mobile-token:problem:wrong-code"))
                    .body("triesLeft", equalTo(left));
        }
        clock.advance(Duration.ofSeconds(60));
        Response second = Otps.send(customer, flow);
        second.then().statusCode(201).body("triesLeft", equalTo(2));
        Otps.verify(first, customer, Otps.otherThan(wrong)).then().statusCode(409);
        String code = Otps.codeIn(smsc, number);
        Otps.verify(second.path("otpId"), customer, Otps.otherThan(code)).then().body("triesLeft", equalTo(1));
        Otps.verify(second.path("otpId"), customer, Otps.otherThan(code)).then().body("triesLeft", equalTo(0));
        Otps.verify(second.path("otpId"), customer, code).then().statusCode(409).body("type", equalTo(ENDED));
    }

    @Test
    void a_code_is_worth_nothing_at_its_expiry() {
        clock.standStillAt(clock.instant());
        Response sent = Otps.send(customer, flow);
        String code = Otps.codeIn(smsc, number);
        clock.advance(Duration.ofMinutes(3));
        Otps.verify(sent.path("otpId"), customer, code).then().statusCode(409).body("type", equalTo(ENDED));
    }

    @Test
    void the_next_code_waits_a_minute_and_a_flow_has_three() {
        clock.standStillAt(clock.instant());
        Otps.send(customer, flow).then().statusCode(201);
        clock.advance(Duration.ofSeconds(59));
        Otps.send(customer, flow)
                .then()
                .statusCode(429)
                .header("Retry-After", "1")
                .body("type", equalTo("urn:mobile-token:problem:resend-too-soon"));
        clock.advance(Duration.ofSeconds(1));
        Otps.send(customer, flow).then().statusCode(201);
        clock.advance(Duration.ofSeconds(60));
        Otps.send(customer, flow).then().statusCode(201);
        clock.advance(Duration.ofSeconds(60));
        Otps.send(customer, flow)
                .then()
                .statusCode(429)
                .body("type", equalTo("urn:mobile-token:problem:too-many-codes"));
        assertThat(smsc.received(number)).hasSize(3);
    }

    @Test
    void a_customer_has_ten_codes_a_day() {
        for (int i = 0; i < 10; i++) {
            Otps.send(customer, UUID.randomUUID()).then().statusCode(201);
        }
        Otps.send(customer, flow)
                .then()
                .statusCode(429)
                .header("Retry-After", matchesPattern("\\d+"))
                .body("type", equalTo("urn:mobile-token:problem:too-many-codes"));
        clock.advance(Duration.ofHours(24));
        Otps.send(customer, flow).then().statusCode(201);
    }

    @Test
    void a_number_changed_within_24_hours_receives_no_code() {
        Instant now = clock.instant();
        clock.standStillAt(now);
        directory.knows(
                customer,
                number,
                "en",
                now.minus(Duration.ofHours(24)).plusMillis(1).toString());
        Otps.send(customer, flow)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mobile-token:problem:number-changed-recently"));
        assertThat(smsc.received(number)).isEmpty();
        clock.advance(Duration.ofMillis(1));
        Otps.send(customer, flow).then().statusCode(201);
        assertThat(smsc.received(number).getLast().text())
                .contains("is the code to enable the mobile token in Smart Investment");
    }

    @Test
    void a_customer_without_a_mobile_number_is_told_so() {
        directory.knows(customer, "", "en");
        Otps.send(customer, flow)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mobile-token:problem:no-mobile-number"));
        Otps.send("nobody", flow).then().statusCode(404);
    }

    @Test
    void with_the_directory_away_no_code_is_sent() {
        directory.goAway();
        try {
            Otps.send(customer, flow).then().statusCode(503).header("Retry-After", "1");
        } finally {
            directory.comeBack();
        }
    }

    @Test
    void with_a_directory_that_keeps_silent_no_code_is_sent() {
        directory.keepSilent();
        try {
            Otps.send(customer, flow).then().statusCode(503).header("Retry-After", "1");
        } finally {
            directory.comeBack();
        }
        assertThat(smsc.received(number)).isEmpty();
        Otps.send(customer, flow).then().statusCode(201);
    }

    @Test
    void a_code_never_goes_by_mail() {
        Otps.send(customer, flow).then().statusCode(201);
        assertThat(rows.mailStates(customer)).isEmpty();
    }

    @Test
    void only_the_client_that_asked_may_verify() {
        String gateway = TestTokens.gateway("investment");
        String otpId = Otps.send(gateway, customer, "login", flow, "investment").path("otpId");
        String code = Otps.codeIn(smsc, number);
        Otps.verify(TestTokens.gateway("mobile-banking"), otpId, customer, code)
                .then()
                .statusCode(404);
        Otps.verify(otpId, customer, code).then().statusCode(404);
        Otps.verify(gateway, otpId, UUID.randomUUID().toString(), code).then().statusCode(404);
        Otps.verify(gateway, otpId, customer, code).then().statusCode(200);
    }

    @Test
    void the_ledger_shows_the_code_without_number_and_text() {
        Otps.send(customer, flow).then().statusCode(201);
        io.restassured.RestAssured.given()
                .auth()
                .oauth2(TestTokens.staff("operator.ng", "operations"))
                .get("/v1/customers/" + customer + "/messages")
                .then()
                .statusCode(200)
                .body("messages.template", hasItem("otp-enrolment"))
                .body("messages[0].state", equalTo("ACCEPTED"))
                .body("messages[0].app", startsWith("investment"));
    }
}
