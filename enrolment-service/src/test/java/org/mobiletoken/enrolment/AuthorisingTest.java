package org.mobiletoken.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mobiletoken.device.DetailsHash;
import org.mobiletoken.device.Proof;
import org.mobiletoken.testing.KafkaProbe;
import org.mobiletoken.testing.TestTokens;

/** A high-risk transaction: requested, approved with a proof over exactly its details, redeemed once. */
@ServiceTest
class AuthorisingTest extends ReadyPhoneTest {
    private static final Map<String, String> DETAILS =
            Map.of("type", "TRANSFER", "amount", "1000.00", "currency", "HKD", "payee", "024-123-456789");
    private static final Map<String, String> OTHER_DETAILS =
            Map.of("type", "TRANSFER", "amount", "9000.00", "currency", "HKD", "payee", "024-123-456789");
    private static final String HASH = hash(DETAILS);

    @Test
    void an_approved_transaction_is_redeemed_exactly_once() {
        ReadyPhone phone = phones.of("mobile-banking");
        UUID id = requested(phone);

        redeem(id, DETAILS).then().statusCode(409).body("type", equalTo("urn:mobile-token:problem:not-approved"));
        approve(phone, id, HASH, phone.passcode()).then().statusCode(200);
        redeem(id, OTHER_DETAILS)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:mobile-token:problem:other-details"));
        redeem(id, DETAILS).then().statusCode(200);
        redeem(id, DETAILS).then().statusCode(409).body("type", equalTo("urn:mobile-token:problem:already-redeemed"));

        try (KafkaProbe probe = KafkaProbe.open()) {
            var told = probe.await(
                    "mobile-token.enrolment.v1",
                    record -> new String(record.value(), StandardCharsets.UTF_8).contains(id.toString()));
            assertThat(new String(told.value(), StandardCharsets.UTF_8)).contains("TRANSFER");
        }
    }

    @Test
    void the_hash_is_the_one_that_a_phone_computes_itself() {
        ReadyPhone phone = phones.of("mobile-banking");

        request(phone, DETAILS).then().statusCode(201).body("detailsHash", equalTo(HASH));
    }

    @Test
    void a_proof_over_other_details_is_refused_and_costs_nothing() {
        ReadyPhone phone = phones.of("mobile-banking");
        UUID id = requested(phone);

        approve(phone, id, hash(OTHER_DETAILS), phone.passcode())
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:mobile-token:problem:proof-refused"));
        assertThat(lockout.reservedFor(phone.customerId())).isZero();
    }

    @Test
    void a_wrong_passcode_is_counted_and_approves_nothing() {
        ReadyPhone phone = phones.of("mobile-banking");
        UUID id = requested(phone);

        approve(phone, id, HASH, ReadyPhone.WRONG_PASSCODE)
                .then()
                .statusCode(422)
                .body("attemptsLeft", equalTo(5));
        redeem(id, DETAILS).then().statusCode(409);
    }

    @Test
    void after_five_minutes_it_has_ended() {
        ReadyPhone phone = phones.of("mobile-banking");
        UUID id = requested(phone);
        approve(phone, id, HASH, phone.passcode()).then().statusCode(200);
        clock.advance(Duration.ofMinutes(5));

        redeem(id, DETAILS)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mobile-token:problem:authorisation-ended"));
    }

    @Test
    void a_disabled_token_takes_its_approvals_with_it() {
        ReadyPhone phone = phones.of("mobile-banking");
        UUID id = requested(phone);
        approve(phone, id, HASH, phone.passcode()).then().statusCode(200);
        phones.disable(phone);

        redeem(id, DETAILS).then().statusCode(409);
    }

    @Test
    void an_app_without_the_policy_may_not_even_ask() {
        request(phones.of("investment"), DETAILS)
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:mobile-token:problem:app-may-not-authorise"));
    }

    @Test
    void a_token_that_is_cooling_off_authorises_nothing() {
        ReadyPhone phone = phones.justEnabled("mobile-banking");

        request(phone, DETAILS)
                .then()
                .statusCode(409)
                .body("effectiveAt", equalTo(phone.token().effectiveAt().toString()));
    }

    @Test
    void another_customer_cannot_approve_it() {
        ReadyPhone phone = phones.of("mobile-banking");
        ReadyPhone other = phones.of("mobile-banking");

        approve(other, requested(phone), HASH, other.passcode()).then().statusCode(404);
    }

    @Test
    void details_that_could_be_read_in_two_ways_are_malformed() {
        ReadyPhone phone = phones.of("mobile-banking");
        for (Map<String, String> bad : new Map[] {
            Map.of("type", "TRANSFER", "amount", "1000.001", "currency", "HKD", "payee", "A"),
            Map.of("type", "TRANSFER", "amount", "1e3", "currency", "HKD", "payee", "A"),
            Map.of("type", "TRANSFER", "amount", "-1", "currency", "HKD", "payee", "A"),
            Map.of("type", "TRANSFER", "amount", "1", "currency", "hkd", "payee", "A"),
            Map.of("type", "TRANSFER", "amount", "1", "currency", "HKD", "payee", "A\nB"),
            Map.of("type", "TRANSFER", "amount", "1", "currency", "HKD"),
        }) {
            request(phone, bad).then().statusCode(400);
        }
    }

    private UUID requested(ReadyPhone phone) {
        return UUID.fromString(
                request(phone, DETAILS).then().statusCode(201).extract().path("authorisationId"));
    }

    private static Response request(ReadyPhone phone, Map<String, String> details) {
        return phone.inSession().body(details).post("/v1/authorisations");
    }

    private Response approve(ReadyPhone phone, UUID id, String hash, String passcode) {
        String challenge = ReadyPhone.challenge(phone.inSession(), "authorisation", phone.key(), id);
        String proof = Proof.of(phone.key(), "authorisation", challenge, clock.instant())
                .approving(hash)
                .withPasscode(ReadyPhone.encrypt(passcode, challenge))
                .sign();
        return phone.inSession().body(Map.of("proof", proof)).post("/v1/authorisations/" + id + "/approval");
    }

    private static Response redeem(UUID id, Map<String, String> details) {
        return ReadyPhone.json(TestTokens.service("payment-system", "transaction-executor"))
                .body(details)
                .post("/v1/authorisations/" + id + "/redemption");
    }

    private static String hash(Map<String, String> details) {
        return DetailsHash.of(
                details.get("type"),
                new BigDecimal(details.get("amount")),
                details.get("currency"),
                details.get("payee"));
    }
}
