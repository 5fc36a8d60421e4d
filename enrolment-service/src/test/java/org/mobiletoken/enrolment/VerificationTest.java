package org.mobiletoken.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mobiletoken.device.ChallengeId;
import org.mobiletoken.device.Proof;
import org.mobiletoken.testing.KafkaProbe;

/** Logging in with the passcode: reserved, verified, settled, and only then answered. */
@ServiceTest
class VerificationTest extends ReadyPhoneTest {

    @Test
    void the_right_passcode_gives_the_gateway_a_signed_assertion() throws Exception {
        ReadyPhone phone = phones.of("mobile-banking");
        Proof proof = phone.loginProof(phone.passcode(), clock.instant());

        Response answer = phone.logIn(proof.sign());

        answer.then()
                .statusCode(200)
                .body("customerId", equalTo(phone.customerId()))
                .body("tokenId", equalTo(phone.token().id().value().toString()))
                .body("method", equalTo("PASSCODE"));
        SignedJWT assertion = SignedJWT.parse(answer.path("assertion"));
        JWKSet published =
                JWKSet.parse(RestAssured.get("/.well-known/jwks.json").asString());
        var key = published.getKeyByKeyId(assertion.getHeader().getKeyID()).toECKey();
        assertThat(assertion.verify(new ECDSAVerifier(key))).isTrue();
        var claims = assertion.getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo(phone.customerId());
        assertThat(claims.getAudience()).containsExactly("mobile-banking-gateway");
        assertThat(claims.getJWTID())
                .isEqualTo(ChallengeId.of(proof.challenge()).toString());
        assertThat(Duration.between(
                        claims.getIssueTime().toInstant(),
                        claims.getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void an_accepted_proof_is_told_once_with_its_challenge() {
        ReadyPhone phone = phones.of("investment");
        Proof proof = phone.loginProof(phone.passcode(), clock.instant());
        phone.logIn(proof.sign()).then().statusCode(200);

        try (KafkaProbe probe = KafkaProbe.open()) {
            var told = probe.await(
                    "mobile-token.verification.v1", record -> phone.customerId().equals(record.key()));
            assertThat(new String(told.value(), StandardCharsets.UTF_8))
                    .contains(ChallengeId.of(proof.challenge()).toString())
                    .contains("PASSCODE")
                    .doesNotContain(phone.passcode());
        }
    }

    @Test
    void a_wrong_passcode_says_how_many_attempts_are_left_and_the_sixth_says_frozen() {
        ReadyPhone phone = phones.of("mobile-banking");
        for (int left = 5; left >= 1; left--) {
            wrong(phone)
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("urn:mobile-token:problem:wrong-passcode"))
                    .body("attemptsLeft", equalTo(left));
        }

        wrong(phone)
                .then()
                .statusCode(423)
                .header("Retry-After", notNullValue())
                .body("type", equalTo("urn:mobile-token:problem:frozen"))
                .body("kind", equalTo("TEMPORARY"))
                .body("frozenUntil", notNullValue());
        phone.logIn(clock.instant()).then().statusCode(423);
        assertThat(lockout.reservedFor(phone.customerId())).isEqualTo(6);
    }

    @Test
    void the_same_proof_submitted_fifty_times_in_parallel_verifies_once() throws Exception {
        ReadyPhone phone = phones.of("mobile-banking");
        String proof = phone.loginProof(phone.passcode(), clock.instant()).sign();

        List<Integer> statuses =
                inParallel(Collections.nCopies(50, () -> phone.logIn(proof).statusCode()));

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(49);
        assertThat(lockout.reservedFor(phone.customerId())).isEqualTo(1);
    }

    @Test
    void sixty_parallel_wrong_passcodes_are_evaluated_six_times() throws Exception {
        ReadyPhone phone = phones.of("mobile-banking");

        List<Integer> statuses =
                inParallel(Collections.nCopies(60, () -> wrong(phone).statusCode()));

        assertThat(lockout.reservedFor(phone.customerId())).isLessThanOrEqualTo(6);
        assertThat(statuses).doesNotContain(200, 500);
        assertThat(statuses).filteredOn(status -> status == 422).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void a_disable_during_a_running_verification_wins() {
        ReadyPhone phone = phones.of("mobile-banking");
        lockout.beforeSettling(() -> phones.disable(phone));

        phone.logIn(clock.instant())
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mobile-token:problem:token-ended"));
    }

    @Test
    void lockout_unreachable_verifies_nothing() {
        ReadyPhone phone = phones.of("mobile-banking");
        String proof = phone.loginProof(phone.passcode(), clock.instant()).sign();
        lockout.goAway();

        phone.logIn(proof)
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("type", equalTo("urn:mobile-token:problem:unavailable"));
        assertThat(lockout.reservedFor(phone.customerId())).isZero();
    }

    @Test
    void an_outcome_whose_answer_got_lost_is_reported_again_until_it_is_heard() {
        ReadyPhone phone = phones.of("mobile-banking");
        lockout.loseAnswersOfSettling(2);

        phone.logIn(clock.instant()).then().statusCode(200);
    }

    @Test
    void a_token_that_is_cooling_off_is_refused_before_an_attempt_is_reserved() {
        ReadyPhone phone = phones.justEnabled("mobile-banking");
        Instant effectiveAt = phone.token().effectiveAt();

        clock.standStillAt(effectiveAt.minusMillis(1));
        phone.logIn(clock.instant())
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mobile-token:problem:cooling-off"))
                .body("effectiveAt", equalTo(effectiveAt.toString()));
        assertThat(lockout.reservedFor(phone.customerId())).isZero();

        clock.standStillAt(effectiveAt);
        phone.logIn(clock.instant()).then().statusCode(200);
    }

    @Test
    void login_options_tell_unknown_foreign_disabled_and_cooling_off_keys_apart_from_nothing() {
        ReadyPhone phone = phones.of("mobile-banking");
        assertThat(options(phone, phone.key().thumbprint())).containsExactly("PASSCODE");

        ReadyPhone cooling = phones.justEnabled("mobile-banking");
        ReadyPhone foreign = phones.of("investment");
        assertThat(options(phone, "x".repeat(43))).containsExactly("ACCOUNT");
        assertThat(options(phone, cooling.key().thumbprint())).containsExactly("ACCOUNT");
        assertThat(options(phone, foreign.key().thumbprint())).containsExactly("ACCOUNT");
        phones.disable(phone);
        assertThat(options(phone, phone.key().thumbprint())).containsExactly("ACCOUNT");
    }

    private static List<String> options(ReadyPhone phone, String thumbprint) {
        return phone.gateway()
                .body(Map.of("keyThumbprint", thumbprint))
                .post("/v1/login-options")
                .then()
                .statusCode(200)
                .extract()
                .path("options");
    }

    private Response wrong(ReadyPhone phone) {
        return phone.logIn(
                phone.loginProof(ReadyPhone.WRONG_PASSCODE, clock.instant()).sign());
    }
}
