package org.mobiletoken.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mobiletoken.device.DeviceKey;
import org.mobiletoken.device.Proof;
import org.mobiletoken.enrolment.postgres.Approvals;
import org.mobiletoken.enrolment.rules.Approval;
import org.mobiletoken.enrolment.rules.ApprovalId;
import org.mobiletoken.testing.TestTokens;

/** Synchronising needs both keys over one challenge and the passcode; what comes of it is an approval that is used once. */
@ServiceTest
class SyncApprovalTest extends ReadyPhoneTest {
    @Inject
    Approvals approvals;

    private final DeviceKey targetKey = DeviceKey.generate();

    @Test
    void both_keys_and_the_passcode_give_an_approval_for_exactly_this_target() {
        ReadyPhone phone = phones.of("mobile-banking");

        Response answer = submit(phone, wish(phone, phone.passcode()));

        answer.then()
                .statusCode(200)
                .body("sourceApp", equalTo("mobile-banking"))
                .body("sourceTokenId", equalTo(phone.token().id().value().toString()));
        ApprovalId id = new ApprovalId(UUID.fromString(answer.path("approvalId")));
        Approval stored = QuarkusTransaction.requiringNew()
                .call(() -> approvals.find(phone.customerId(), id).orElseThrow());
        assertThat(stored.targetApp()).isEqualTo("investment");
        assertThat(stored.targetKey().thumbprint()).isEqualTo(targetKey.thumbprint());
        assertThat(stored.sourceToken()).isEqualTo(phone.token().id());
        assertThat(stored.consumedAt()).isNull();
        assertThat(stored.expiresAt()).isEqualTo(stored.approvedAt().plusSeconds(600));
    }

    @Test
    void a_source_that_is_cooling_off_may_be_synchronised_from() {
        ReadyPhone phone = phones.justEnabled("mobile-banking");

        submit(phone, wish(phone, phone.passcode())).then().statusCode(200);
    }

    @Test
    void a_wrong_passcode_is_counted() {
        ReadyPhone phone = phones.of("mobile-banking");

        submit(phone, wish(phone, ReadyPhone.WRONG_PASSCODE))
                .then()
                .statusCode(422)
                .body("attemptsLeft", equalTo(5));
    }

    @Test
    void another_customers_key_is_refused_and_costs_nobody_anything() {
        ReadyPhone phone = phones.of("mobile-banking");
        ReadyPhone other = phones.of("mobile-banking");

        refused(submit(other, wish(phone, phone.passcode())));
        assertThat(lockout.reservedFor(phone.customerId())).isZero();
        assertThat(lockout.reservedFor(other.customerId())).isZero();
    }

    @Test
    void a_target_that_the_source_did_not_name_is_refused() {
        ReadyPhone phone = phones.of("mobile-banking");
        Map<String, String> wish = wish(phone, phone.passcode());
        String challenge = ReadyPhone.challenge(inTarget(phone), "sync", phone.key(), null);
        wish.put("targetProof", targetProof(DeviceKey.generate(), challenge));

        refused(submit(phone, wish));
        assertThat(lockout.reservedFor(phone.customerId())).isZero();
    }

    @Test
    void a_target_proof_over_another_challenge_is_refused() {
        ReadyPhone phone = phones.of("mobile-banking");
        Map<String, String> wish = wish(phone, phone.passcode());
        wish.put(
                "targetProof",
                targetProof(targetKey, ReadyPhone.challenge(inTarget(phone), "sync", phone.key(), null)));

        refused(submit(phone, wish));
    }

    @Test
    void a_source_app_that_is_not_the_keys_is_refused() {
        ReadyPhone phone = phones.of("mobile-banking");
        Map<String, String> wish = wish(phone, phone.passcode());
        wish.put("sourceApp", "investment");

        refused(submit(phone, wish));
    }

    @Test
    void only_sync_service_may_ask() {
        ReadyPhone phone = phones.of("mobile-banking");
        Map<String, String> wish = wish(phone, phone.passcode());
        wish.put("customerId", phone.customerId());

        ReadyPhone.json(TestTokens.service("notification-service"))
                .body(wish)
                .post("/v1/verifications")
                .then()
                .statusCode(403);
        phone.gateway().body(wish).post("/v1/verifications").then().statusCode(400);
    }

    private Map<String, String> wish(ReadyPhone phone, String passcode) {
        String challenge = ReadyPhone.challenge(inTarget(phone), "sync", phone.key(), null);
        Map<String, String> wish = new HashMap<>();
        wish.put("sourceApp", phone.app());
        wish.put("targetApp", "investment");
        wish.put(
                "proof",
                Proof.of(phone.key(), "sync", challenge, clock.instant())
                        .approvingSynchronisation("investment", targetKey.thumbprint())
                        .withPasscode(ReadyPhone.encrypt(passcode, challenge))
                        .sign());
        wish.put("targetProof", targetProof(targetKey, challenge));
        return wish;
    }

    private String targetProof(DeviceKey key, String challenge) {
        return Proof.of(key, "sync-target", challenge, clock.instant())
                .introducingKey()
                .sign();
    }

    private static RequestSpecification inTarget(ReadyPhone phone) {
        return ReadyPhone.json(TestTokens.customer(phone.customerId(), "investment"));
    }

    private static Response submit(ReadyPhone customer, Map<String, String> wish) {
        wish.put("customerId", customer.customerId());
        return ReadyPhone.json(TestTokens.service("sync-service")).body(wish).post("/v1/verifications");
    }

    private static void refused(Response response) {
        response.then().statusCode(422).body("type", equalTo("urn:mobile-token:problem:proof-refused"));
    }
}
