package org.mobiletoken.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mobiletoken.events.enrolment.EnrolmentFailed;
import org.mobiletoken.events.sync.SyncOfferAnswered;
import org.mobiletoken.events.sync.TokenSyncApproved;
import org.mobiletoken.events.sync.TokenSyncCompleted;
import org.mobiletoken.events.sync.TokenSyncFailed;
import org.mobiletoken.testing.TestTokens;

@QuarkusTest
class SynchronisingTest extends SyncServiceTest {
    private static final String STATES = "select state from sync where customer_id = ? order by started_at";

    private final UUID approval = UUID.randomUUID();

    @Test
    void an_approved_synchronisation_is_told_and_completed_by_the_enabled_token() {
        String syncId = approved();

        JsonNode told = awaitTold(TokenSyncApproved.class);
        assertThat(told.path("syncId").asText()).isEqualTo(syncId);
        assertThat(told.path("approvalId").asText()).isEqualTo(approval.toString());
        assertThat(told.path("sourceApp").asText()).isEqualTo(BANKING);
        assertThat(told.path("targetApp").asText()).isEqualTo(INVESTMENT);
        assertThat(awaitTold(SyncOfferAnswered.class).path("answer").asText()).isEqualTo("ACCEPTED");

        UUID token = UUID.randomUUID();
        tell(enabledEvent(INVESTMENT, token, "new-key", approval, 2));
        awaitState(syncId, "COMPLETED");

        in(INVESTMENT).get("/v1/syncs/" + syncId).then().body("tokenId", equalTo(token.toString()));
        assertThat(awaitTold(TokenSyncCompleted.class).path("tokenId").asText()).isEqualTo(token.toString());
        assertThat(rows("select terms_version from consent where customer_id = ?"))
                .containsExactly(FakeNeighbours.TERMS_VERSION);
        assertThat(rows("select action from history where customer_id = ? order by id"))
                .containsExactly("SYNC_APPROVED", "CONSENT_GIVEN", "SYNC_COMPLETED");
    }

    @Test
    void events_about_a_customer_have_ever_greater_versions() {
        approved();
        tell(enabledEvent(INVESTMENT, UUID.randomUUID(), "new-key", approval, 2));

        long completed = awaitTold(TokenSyncCompleted.class).path("version").asLong();
        long approved = awaitTold(TokenSyncApproved.class).path("version").asLong();
        long accepted = awaitTold(SyncOfferAnswered.class).path("version").asLong();
        assertThat(List.of(accepted, approved, completed)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void a_caller_who_prefers_to_wait_gets_the_outcome() {
        CompletableFuture<Response> answer = CompletableFuture.supplyAsync(() -> in(INVESTMENT)
                .header("Prefer", "wait")
                .body(request("good", approval))
                .post("/v1/syncs"));
        awaitTold(TokenSyncApproved.class);
        tell(enabledEvent(INVESTMENT, UUID.randomUUID(), "new-key", approval, 2));

        answer.join().then().statusCode(200).body("state", equalTo("COMPLETED"));
    }

    @Test
    void a_caller_does_not_wait_longer_than_preferred() {
        in(INVESTMENT)
                .header("Prefer", "wait=1")
                .body(request("good", approval))
                .post("/v1/syncs")
                .then()
                .statusCode(202)
                .body("state", equalTo("APPROVED"));
    }

    @Test
    void an_approval_that_could_not_be_applied_fails_with_the_reason() {
        String syncId = approved();

        tell(new EnrolmentFailed(customer, null, approval, INVESTMENT, "source-disabled", clock.instant(), 2));
        awaitState(syncId, "FAILED");

        in(INVESTMENT).get("/v1/syncs/" + syncId).then().body("reason", equalTo("source-disabled"));
        assertThat(awaitTold(TokenSyncFailed.class).path("reason").asText()).isEqualTo("source-disabled");
        synchronise("good", UUID.randomUUID()).then().statusCode(202);
    }

    @Test
    void a_refused_proof_is_answered_in_the_words_of_the_verification() {
        synchronise("wrong-passcode", approval)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:mobile-token:problem:wrong-passcode"))
                .body("attemptsLeft", equalTo(3));
        synchronise("frozen", approval)
                .then()
                .statusCode(423)
                .header("Retry-After", "86400")
                .body("kind", equalTo("TEMPORARY"));
        synchronise("used", approval)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mobile-token:problem:challenge-used"));

        assertThat(rows(STATES)).containsExactly("REFUSED", "REFUSED", "REFUSED");
        assertThat(rows("select cause from history where customer_id = ? order by id"))
                .containsExactly("wrong-passcode", "frozen", "challenge-used");
        assertThat(rows("select terms_version from consent where customer_id = ?"))
                .isEmpty();
        assertThat(told(TokenSyncApproved.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"unavailable", "dropped", "not-allowed", "no-problem"})
    void what_is_between_the_services_is_not_told_to_the_customer(String proof) {
        synchronise(proof, approval)
                .then()
                .statusCode(503)
                .header("Retry-After", "2")
                .body("type", equalTo("urn:mobile-token:problem:unavailable"))
                .body(not(containsString("html")));
        assertThat(rows(STATES)).containsExactly("REFUSED");
        synchronise("good", approval).then().statusCode(202);
    }

    @Test
    void consent_to_superseded_terms_or_none_is_refused_before_anything_is_verified() {
        Map<String, String> request = new HashMap<>(request("good", approval));
        request.put("termsVersion", "2026-01");
        in(INVESTMENT)
                .body(request)
                .post("/v1/syncs")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mobile-token:problem:terms-superseded"))
                .body("terms.version", equalTo(FakeNeighbours.TERMS_VERSION));
        request.remove("termsVersion");
        in(INVESTMENT)
                .body(request)
                .post("/v1/syncs")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mobile-token:problem:terms-not-accepted"));

        assertThat(rows(STATES)).isEmpty();
    }

    @Test
    void mobile_banking_synchronises_without_terms() {
        in(BANKING)
                .body(Map.of("sourceApp", INVESTMENT, "proof", "good", "targetProof", approval.toString()))
                .post("/v1/syncs")
                .then()
                .statusCode(202);
        assertThat(rows("select terms_version from consent where customer_id = ?"))
                .isEmpty();
    }

    @Test
    void an_app_that_has_a_token_is_not_synchronised() {
        enabled(INVESTMENT, "some-key", 1);

        synchronise("good", approval)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mobile-token:problem:already-enabled"));
    }

    @Test
    void of_parallel_synchronisations_of_one_app_one_goes_on() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Response>> answers = IntStream.range(0, 8)
                    .mapToObj(_ -> CompletableFuture.supplyAsync(() -> synchronise("held", approval), threads))
                    .toList();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() ->
                            answers.stream().filter(CompletableFuture::isDone).count() == 7);
            release(approval);

            assertThat(answers.stream().map(CompletableFuture::join).map(Response::statusCode))
                    .containsExactlyInAnyOrder(202, 409, 409, 409, 409, 409, 409, 409);
        }
        assertThat(rows(STATES)).containsExactly("APPROVED");
        synchronise("good", UUID.randomUUID())
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mobile-token:problem:sync-open"));
    }

    @Test
    void an_approval_that_expired_gives_way_and_a_late_token_still_completes_it() {
        String first = approved();
        clock.advance(Duration.ofMinutes(11));
        in(INVESTMENT)
                .get("/v1/syncs/" + first)
                .then()
                .body("state", equalTo("FAILED"))
                .body("reason", equalTo("expired"));

        synchronise("good-for-a-day", UUID.randomUUID()).then().statusCode(202);
        assertThat(awaitTold(TokenSyncFailed.class).path("syncId").asText()).isEqualTo(first);

        tell(enabledEvent(INVESTMENT, UUID.randomUUID(), "new-key", approval, 2));
        awaitState(first, "COMPLETED");
    }

    @Test
    void a_synchronisation_cannot_be_read_by_another_customer_or_another_app() {
        String syncId = approved();

        in(BANKING).get("/v1/syncs/" + syncId).then().statusCode(404);
        as(TestTokens.customer(UUID.randomUUID().toString(), INVESTMENT))
                .get("/v1/syncs/" + syncId)
                .then()
                .statusCode(404);
    }

    @Test
    void the_same_request_again_synchronises_once() {
        String key = UUID.randomUUID().toString();
        Response first = in(INVESTMENT)
                .header("Idempotency-Key", key)
                .body(request("good", approval))
                .post("/v1/syncs");
        Response second = in(INVESTMENT)
                .header("Idempotency-Key", key)
                .body(request("good", approval))
                .post("/v1/syncs");

        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(second.body().asString()).isEqualTo(first.body().asString());
        assertThat(rows(STATES)).hasSize(1);
    }

    @Test
    void a_request_from_an_unknown_app_or_the_app_itself_or_with_more_than_documented_is_malformed() {
        for (String sourceApp : List.of("no-such-app", INVESTMENT)) {
            Map<String, String> request = new HashMap<>(request("good", approval));
            request.put("sourceApp", sourceApp);
            in(INVESTMENT).body(request).post("/v1/syncs").then().statusCode(400);
        }
        Map<String, String> more = new HashMap<>(request("good", approval));
        more.put("customerId", customer);
        in(INVESTMENT).body(more).post("/v1/syncs").then().statusCode(400);
        assertThat(rows(STATES)).isEmpty();
    }

    private String approved() {
        return synchronise("good", approval)
                .then()
                .statusCode(202)
                .body("state", equalTo("APPROVED"))
                .extract()
                .path("syncId");
    }

    private void awaitState(String syncId, String state) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> in(INVESTMENT).get("/v1/syncs/" + syncId).then().body("state", equalTo(state)));
    }
}
