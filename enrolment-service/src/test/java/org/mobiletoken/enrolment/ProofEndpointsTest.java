package org.mobiletoken.enrolment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mobiletoken.device.DeviceKey;
import org.mobiletoken.device.Proof;
import org.mobiletoken.testing.TestTokens;

/** Who may call the endpoints around proofs, and what the open one shows. */
@ServiceTest
class ProofEndpointsTest extends ReadyPhoneTest {
    private static final String CUSTOMER = UUID.randomUUID().toString();
    private static final String ID = UUID.randomUUID().toString();
    private static final Map<String, String> PROOF = Map.of("proof", "a.b.c");

    /** One endpoint, a body that is well-formed, and the roles that are let in. */
    record Endpoint(String method, String path, Map<String, ?> body, List<String> letIn) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static List<Endpoint> endpoints() {
        Map<String, String> thumbprint = Map.of("keyThumbprint", "x".repeat(43));
        Map<String, String> challenge = Map.of("purpose", "login", "keyThumbprint", "x".repeat(43));
        Map<String, String> details = Map.of("type", "TRANSFER", "amount", "1", "currency", "HKD", "payee", "A");
        return List.of(
                new Endpoint("POST", "/v1/challenges", challenge, List.of("customer", "gateway")),
                new Endpoint("POST", "/v1/login-options", thumbprint, List.of("gateway")),
                new Endpoint("POST", "/v1/verifications", PROOF, List.of("gateway")),
                new Endpoint("POST", "/v1/biometric-enrolments", PROOF, List.of("customer")),
                new Endpoint(
                        "POST",
                        "/v1/biometric-enrolments/" + ID + "/otp",
                        Map.of("code", "246813"),
                        List.of("customer")),
                new Endpoint("POST", "/v1/biometric-enrolments/" + ID + "/key", PROOF, List.of("customer")),
                new Endpoint("DELETE", "/v1/token/biometric", Map.of(), List.of("customer")),
                new Endpoint("POST", "/v1/authorisations", details, List.of("customer")),
                new Endpoint("POST", "/v1/authorisations/" + ID + "/approval", PROOF, List.of("customer")),
                new Endpoint("POST", "/v1/authorisations/" + ID + "/redemption", details, List.of("executor")));
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void without_a_good_token_no_one_is_let_in(Endpoint endpoint) {
        assertThat(call(given().contentType("application/json"), endpoint)).isEqualTo(401);
        assertThat(call(ReadyPhone.json(TestTokens.forged(CUSTOMER, "investment")), endpoint))
                .isEqualTo(401);
        assertThat(call(ReadyPhone.json(TestTokens.forAnotherAudience(CUSTOMER, "investment")), endpoint))
                .isEqualTo(401);
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void only_those_with_the_role_are_let_in(Endpoint endpoint) {
        Map<String, String> callers = Map.of(
                "customer", TestTokens.customer(CUSTOMER, "mobile-banking"),
                "gateway", TestTokens.gateway("mobile-banking"),
                "executor", TestTokens.service("payment-system", "transaction-executor"),
                "service", TestTokens.service("notification-service"),
                "officer", TestTokens.staff("officer.ho", "branch-officer"),
                "operations", TestTokens.staff("operator.ng", "operations"));
        callers.forEach((role, token) -> {
            int status = call(ReadyPhone.json(token), endpoint);
            if (endpoint.letIn().contains(role)) {
                assertThat(status).as(role).isNotIn(401, 403, 500, 503);
            } else {
                assertThat(status).as(role).isEqualTo(403);
            }
        });
    }

    @Test
    void a_customer_of_an_app_that_the_bank_does_not_have_is_not_let_in() {
        ReadyPhone.json(TestTokens.customer(CUSTOMER, "unknown-app"))
                .body(Map.of("purpose", "login", "keyThumbprint", "x".repeat(43)))
                .post("/v1/challenges")
                .then()
                .statusCode(403);
    }

    @Test
    void a_challenge_of_one_app_is_worth_nothing_in_the_other() {
        ReadyPhone phone = phones.of("mobile-banking");
        String challenge =
                ReadyPhone.challenge(ReadyPhone.json(TestTokens.gateway("investment")), "login", phone.key(), null);

        phone.logIn(Proof.of(phone.key(), "login", challenge, clock.instant())
                        .withPasscode(ReadyPhone.encrypt(phone.passcode(), challenge))
                        .sign())
                .then()
                .statusCode(422);
        assertThat(lockout.reservedFor(phone.customerId())).isZero();
    }

    @Test
    void no_challenge_is_issued_for_a_purpose_that_does_not_exist_or_shares_another_ones() {
        for (String purpose : new String[] {"LOGIN", "anything", "sync-target"}) {
            ReadyPhone.json(TestTokens.customer(CUSTOMER, "investment"))
                    .body(Map.of(
                            "purpose",
                            purpose,
                            "keyThumbprint",
                            DeviceKey.generate().thumbprint()))
                    .post("/v1/challenges")
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("urn:mobile-token:problem:malformed"));
        }
    }

    @Test
    void the_public_keys_are_open_to_everyone_and_hold_nothing_private() throws Exception {
        JWKSet published = JWKSet.parse(given().get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .extract()
                .asString());

        assertThat(published.getKeys()).noneMatch(JWK::isPrivate);
        assertThat(published.getKeys())
                .extracting(key -> key.getKeyUse().identifier())
                .containsExactly("sig", "enc", "enc");
    }

    private static int call(RequestSpecification caller, Endpoint endpoint) {
        RequestSpecification request = endpoint.body().isEmpty() ? caller : caller.body(endpoint.body());
        return request.request(endpoint.method(), endpoint.path()).statusCode();
    }
}
