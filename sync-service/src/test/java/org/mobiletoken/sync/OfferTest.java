package org.mobiletoken.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.mobiletoken.events.lockout.TokenFrozen;
import org.mobiletoken.events.lockout.TokenUnfrozen;
import org.mobiletoken.events.sync.SyncOfferAnswered;
import org.mobiletoken.testing.TestTokens;

@QuarkusTest
class OfferTest extends SyncServiceTest {

    @Test
    void investment_is_offered_mobile_bankings_token_with_the_terms_in_force() {
        enabled(BANKING, KEY, 1);

        offer(TestTokens.customer(customer, INVESTMENT))
                .body("offered", equalTo(true))
                .body("sourceApp", equalTo(BANKING))
                .body("terms.version", equalTo(FakeNeighbours.TERMS_VERSION))
                .body("terms.contentHash", equalTo("sha256:abc"))
                .body("$", not(hasKey("reason")));
    }

    @Test
    void mobile_banking_is_offered_investments_token_without_terms() {
        enabled(INVESTMENT, KEY, 1);

        offer(TestTokens.customer(customer, BANKING))
                .body("offered", equalTo(true))
                .body("sourceApp", equalTo(INVESTMENT))
                .body("$", not(hasKey("terms")));
    }

    @Test
    void another_customer_who_names_the_same_key_is_offered_nothing() {
        enabled(BANKING, KEY, 1);

        offer(TestTokens.customer(UUID.randomUUID().toString(), INVESTMENT))
                .body("offered", equalTo(false))
                .body("reason", equalTo("nothing-to-synchronise"));
    }

    @Test
    void remind_me_next_time_is_quiet_in_this_session_and_asks_again_at_the_next_login() {
        enabled(BANKING, KEY, 1);
        String session = TestTokens.customer(customer, INVESTMENT, "session-1");

        answer(session, "REMIND_NEXT_TIME");

        offer(session).body("offered", equalTo(false)).body("reason", equalTo("remind-next-time"));
        offer(TestTokens.customer(customer, INVESTMENT, "session-2")).body("offered", equalTo(true));
        assertThat(awaitTold(SyncOfferAnswered.class).path("answer").asText()).isEqualTo("REMIND_NEXT_TIME");
    }

    @Test
    void cancel_is_quiet_for_thirty_days_but_the_menu_still_works() {
        enabled(BANKING, KEY, 1);
        clock.standStillAt(clock.instant());

        answer(TestTokens.customer(customer, INVESTMENT), "CANCELLED");

        offer(TestTokens.customer(customer, INVESTMENT)).body("reason", equalTo("cancelled"));
        synchronise("good", UUID.randomUUID()).then().statusCode(202);
        clock.advance(Duration.ofDays(30).minusMillis(1));
        offer(TestTokens.customer(customer, INVESTMENT)).body("reason", equalTo("cancelled"));
        clock.advance(Duration.ofMillis(1));
        offer(TestTokens.customer(customer, INVESTMENT)).body("offered", equalTo(true));
    }

    @Test
    void a_frozen_customer_is_offered_nothing_until_unfrozen() {
        enabled(BANKING, KEY, 1);
        UUID freeze = UUID.randomUUID();
        tell(new TokenFrozen(
                customer,
                freeze,
                TokenFrozen.Kind.TEMPORARY,
                clock.instant(),
                clock.instant().plus(Duration.ofHours(24)),
                1));
        awaitReason("frozen");

        tell(new TokenUnfrozen(customer, freeze, TokenUnfrozen.Reason.BRANCH, clock.instant(), 2));
        awaitReason(null);
    }

    @Test
    void an_answer_about_an_app_that_does_not_exist_or_asks_itself_is_malformed() {
        for (String sourceApp : new String[] {"no-such-app", INVESTMENT}) {
            in(INVESTMENT)
                    .body(Map.of("answer", "CANCELLED", "sourceApp", sourceApp))
                    .post("/v1/sync-offer/answers")
                    .then()
                    .statusCode(400);
        }
        in(INVESTMENT)
                .body(Map.of("answer", "ACCEPTED", "sourceApp", BANKING))
                .post("/v1/sync-offer/answers")
                .then()
                .statusCode(400);
    }

    private void awaitReason(String reason) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> offer(TestTokens.customer(customer, INVESTMENT)).body("reason", equalTo(reason)));
    }

    private static ValidatableResponse offer(String token) {
        return as(token)
                .queryParam("otherAppKey", KEY)
                .get("/v1/sync-offer")
                .then()
                .statusCode(200);
    }

    private static void answer(String token, String answer) {
        as(token)
                .body(Map.of("answer", answer, "sourceApp", BANKING))
                .post("/v1/sync-offer/answers")
                .then()
                .statusCode(201);
    }
}
