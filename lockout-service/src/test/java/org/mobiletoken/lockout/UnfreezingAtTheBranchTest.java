package org.mobiletoken.lockout;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.mobiletoken.testing.KafkaResource;
import org.mobiletoken.testing.MovableClock;
import org.mobiletoken.testing.PostgresResource;
import org.mobiletoken.testing.TestTokens;
import org.mobiletoken.testing.TokensResource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokensResource.class)
class UnfreezingAtTheBranchTest {

    private static final String OFFICER = TestTokens.staff("officer.ho", "branch-officer");
    private static final String APPROVER = TestTokens.staff("approver.lam", "branch-approver");

    private final LockoutClient lockout = new LockoutClient();
    private final String customer = LockoutClient.newCustomer();
    private final MovableClock clock;

    UnfreezingAtTheBranchTest(MovableClock clock) {
        this.clock = clock;
    }

    @Test
    void an_officer_opens_and_another_person_approves() {
        lockout.wrong(customer, 6);
        view().body("frozen", equalTo(true)).body("waysOut", contains("BRANCH")).body("attemptsLeft", equalTo(0));
        var unfreeze = opened(freezeId());
        lockout.freeze(customer).body("frozen", equalTo(true));
        view().body("unfreezes", hasSize(1)).body("unfreezes[0].state", equalTo("PENDING_APPROVAL"));
        approve(APPROVER, unfreeze).statusCode(200).body("state", equalTo("DONE"));
        lockout.freeze(customer).body("frozen", equalTo(false));
        lockout.wrong(customer).body("attemptsLeft", equalTo(5));
        approve(APPROVER, unfreeze).statusCode(200).body("state", equalTo("DONE"));
        approve(TestTokens.staff("approver.mak", "branch-approver"), unfreeze)
                .statusCode(409)
                .body("type", equalTo("urn:mobile-token:problem:freeze-over"));
    }

    @Test
    void the_officer_cannot_approve_the_own_case_with_either_role() {
        lockout.wrong(customer, 6);
        var unfreeze = opened(freezeId());
        approve(TestTokens.staff("officer.ho", "branch-officer", "branch-approver"), unfreeze)
                .statusCode(403)
                .body("type", equalTo("urn:mobile-token:problem:second-person-needed"));
        lockout.freeze(customer).body("frozen", equalTo(true));
    }

    @Test
    void a_case_lifts_only_the_freeze_it_was_opened_for() {
        lockout.wrong(customer, 6);
        var first = opened(freezeId());
        clock.advance(Duration.ofHours(25));
        lockout.wrong(customer, 6);
        approve(APPROVER, first).statusCode(409).body("type", equalTo("urn:mobile-token:problem:freeze-over"));
        lockout.freeze(customer).body("frozen", equalTo(true));
    }

    @Test
    void a_freeze_that_has_ended_cannot_be_lifted() {
        lockout.wrong(customer, 6);
        var freeze = freezeId();
        clock.advance(Duration.ofHours(25));
        open(freeze).statusCode(409).body("type", equalTo("urn:mobile-token:problem:freeze-over"));
    }

    @Test
    void a_freeze_of_another_customer_is_not_found() {
        lockout.wrong(customer, 6);
        var freeze = freezeId();
        var other = LockoutClient.newCustomer();
        open(other, freeze, "seen in person").statusCode(404);
        lockout.wrong(other, 1);
        open(other, freeze, "seen in person").statusCode(404);
        approveAt(other, APPROVER, opened(freeze)).statusCode(404);
    }

    @Test
    void the_branch_lifts_a_permanent_freeze_and_nothing_stays_counted() {
        for (int i = 0; i < 3; i++) {
            lockout.wrong(customer, 6);
            clock.advance(Duration.ofHours(25));
        }
        view().body("kind", equalTo("PERMANENT")).body("waysOut", containsInAnyOrder("BRANCH", "E_TOKEN"));
        approve(APPROVER, opened(freezeId())).statusCode(200);
        lockout.wrong(customer, 5);
        lockout.wrong(customer).body("freeze.kind", equalTo("TEMPORARY"));
    }

    @Test
    void a_repeated_opening_with_the_same_idempotency_key_is_one_case() {
        lockout.wrong(customer, 6);
        var freeze = freezeId();
        var key = UUID.randomUUID().toString();
        var ids = new HashSet<String>();
        for (int i = 0; i < 2; i++) {
            ids.add(LockoutClient.as(OFFICER)
                    .header("Idempotency-Key", key)
                    .body(Map.of("freezeId", freeze, "reason", "seen in person", "reference", "HK-0042"))
                    .post("/v1/customers/" + customer + "/unfreezes")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("unfreezeId"));
        }
        Assertions.assertThat(ids).hasSize(1);
        view().body("unfreezes", hasSize(1));
    }

    @Test
    void the_history_tells_everything_with_time_actor_and_reference_page_by_page() {
        lockout.wrong(customer, 6);
        approve(APPROVER, opened(freezeId())).statusCode(200);
        var page = history("?limit=4")
                .body("lines.kind", containsInAnyOrder("UNFROZEN", "UNFREEZE_APPROVED", "UNFREEZE_OPENED", "FROZEN"))
                .body("lines.actor", hasItems("officer.ho", "approver.lam"))
                .body("lines.reference", hasItems("HK-0042"));
        String next = page.extract().path("next");
        history("?limit=200&before=" + next)
                .body("lines", hasSize(12))
                .body("lines[0].kind", equalTo("ATTEMPT_REJECTED"))
                .body("lines[0].app", equalTo("mobile-banking"))
                .body("lines[11].kind", equalTo("ATTEMPT_RESERVED"))
                .body("next", nullValue());
    }

    @Test
    void a_customer_without_attempts_is_not_found() {
        view().statusCode(404);
        history("").body("lines", hasSize(0));
    }

    @Test
    void a_place_in_the_history_that_was_never_given_is_malformed() {
        LockoutClient.as(OFFICER)
                .get("/v1/customers/" + customer + "/lockout/history?before=abc")
                .then()
                .statusCode(400);
    }

    private ValidatableResponse view() {
        return LockoutClient.as(OFFICER)
                .get("/v1/customers/" + customer + "/lockout")
                .then();
    }

    private ValidatableResponse history(String query) {
        return LockoutClient.as(APPROVER)
                .get("/v1/customers/" + customer + "/lockout/history" + query)
                .then()
                .statusCode(200);
    }

    private String freezeId() {
        return view().statusCode(200).extract().path("freezeId");
    }

    private ValidatableResponse open(String freeze) {
        return open(customer, freeze, "seen in person");
    }

    private static ValidatableResponse open(String customer, String freeze, String reason) {
        return LockoutClient.as(OFFICER)
                .body(Map.of("freezeId", freeze, "reason", reason, "reference", "HK-0042"))
                .post("/v1/customers/" + customer + "/unfreezes")
                .then();
    }

    private String opened(String freeze) {
        return open(freeze)
                .statusCode(201)
                .body("state", equalTo("PENDING_APPROVAL"))
                .extract()
                .path("unfreezeId");
    }

    private ValidatableResponse approve(String token, String unfreeze) {
        return approveAt(customer, token, unfreeze);
    }

    private static ValidatableResponse approveAt(String customer, String token, String unfreeze) {
        return LockoutClient.as(token)
                .post("/v1/customers/" + customer + "/unfreezes/" + unfreeze + "/approval")
                .then();
    }
}
