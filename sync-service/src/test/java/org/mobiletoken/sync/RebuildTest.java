package org.mobiletoken.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mobiletoken.events.enrolment.BiometricEnabled;
import org.mobiletoken.events.enrolment.TokenDisabled.Cause;
import org.mobiletoken.testing.TestTokens;

@QuarkusTest
class RebuildTest extends SyncServiceTest {
    private static final String REBUILDS = "/v1/operations/rebuilds";
    private static final String NG = TestTokens.staff("operator.ng", "operations");
    private static final String LEE = TestTokens.service("tokenctl-of-lee", "operations");
    private static final String STATE = "select app || ' ' || enabled || ' ' || biometric || ' ' || version"
            + " from token_state where customer_id = ? order by app";

    @BeforeEach
    void aHistory() {
        UUID banking = enabled(BANKING, "key-1", 1);
        UUID investment = enabled(INVESTMENT, "key-2", 2);
        tell(new BiometricEnabled(customer, credential, investment, INVESTMENT, clock.instant(), 3));
        awaitKnown(INVESTMENT, 3);
        tell(disabledEvent(BANKING, banking, Cause.CUSTOMER, 4));
        awaitKnown(BANKING, 4);
    }

    @AfterEach
    void nothingIsUnderWay() {
        as(NG).get(REBUILDS)
                .jsonPath()
                .<String>getList("findAll { it.state in ['RUNNING', 'BUILT'] }.id")
                .forEach(id -> as(NG).body(grounds()).post(REBUILDS + "/" + id + "/abort"));
    }

    @Test
    void what_is_made_anew_from_the_first_event_equals_the_live_copy() {
        String id = built();

        JsonPath difference = difference(id);

        assertThat(difference.getLong("different")).isZero();
        assertThat(difference.getLong("onlyLive")).isZero();
        assertThat(difference.getLong("same")).isGreaterThanOrEqualTo(2);
        assertThat(rows("select app || ' ' || enabled || ' ' || biometric || ' ' || version"
                        + " from token_state_rebuilt where customer_id = ? order by app"))
                .containsExactly("investment true true 3", "mobile-banking false false 4");
    }

    @Test
    void a_copy_that_went_wrong_is_shown_row_by_row_and_swapped_out_by_a_second_person() {
        spoil();
        String id = built();
        String hash = difference(id).getString("hash");
        assertThat(difference(id).getList("examples", String.class))
                .contains(customer + " mobile-banking DIFFERENT", customer + " wealth ONLY_LIVE");

        swap(NG, id, hash).then().statusCode(409).body("detail", containsString("Ask a second person"));
        swap(LEE, id, "0".repeat(64)).then().statusCode(409).body("detail", containsString("Compare again"));
        swap(LEE, id, hash).then().statusCode(200).body("state", equalTo("SWAPPED"));

        assertThat(rows(STATE)).containsExactly("investment true true 3", "mobile-banking false false 4");
        enabled(BANKING, "key-3", 5);
        assertThat(rows(STATE)).containsExactly("investment true true 3", "mobile-banking true false 5");
        swap(LEE, id, hash).then().statusCode(409);
    }

    @Test
    void a_swap_under_live_traffic_loses_nothing() {
        String id = built();
        var traffic = CompletableFuture.runAsync(() -> {
            for (int version = 5; version <= 60; version++) {
                tell(enabledEvent(BANKING, UUID.randomUUID(), "key-" + version, null, version));
            }
        });

        swap(LEE, id, difference(id).getString("hash")).then().statusCode(200);

        traffic.join();
        awaitKnown(BANKING, 60);
        assertThat(rows(STATE)).containsExactly("investment true true 3", "mobile-banking true false 60");
        assertThat(difference(built()).getLong("different")).isZero();
    }

    @Test
    void one_rebuild_of_a_projection_is_under_way_at_a_time_and_can_be_aborted() {
        String id = built();
        String other = planned();

        run(other)
                .then()
                .statusCode(409)
                .body("detail", containsString("Another rebuild of token-states is under way"));
        as(NG).body(grounds())
                .post(REBUILDS + "/" + id + "/abort")
                .then()
                .statusCode(200)
                .body("state", equalTo("ABORTED"));
        as(NG).get(REBUILDS + "/" + id + "/difference").then().statusCode(409);
        run(other).then().statusCode(200);
    }

    @Test
    void a_projection_that_does_not_exist_is_named_with_those_that_do() {
        as(NG).body(Map.of("projection", "passcodes"))
                .post(REBUILDS)
                .then()
                .statusCode(422)
                .body(
                        "detail",
                        equalTo("sync-service has no projection passcodes. It has token-states: name one of these."));
        as(NG).get(REBUILDS + "/" + UUID.randomUUID()).then().statusCode(404);
    }

    /** What a bug might have done to the live copy. */
    private void spoil() {
        rows("update token_state set enabled = true where customer_id = ? and app = 'mobile-banking' returning app");
        rows("insert into token_state select customer_id, 'wealth', token_id, credential_id, key_thumbprint, enabled,"
                + " effective_at, biometric, version from token_state where customer_id = ? and app = 'investment'"
                + " returning app");
    }

    private static String planned() {
        return as(NG).body(Map.of("projection", "token-states"))
                .post(REBUILDS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String built() {
        String id = planned();
        run(id).then().statusCode(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> as(NG).get(REBUILDS + "/" + id).path("state"), "BUILT"::equals);
        return id;
    }

    private static Response run(String id) {
        return as(NG).body(grounds()).post(REBUILDS + "/" + id + "/run");
    }

    private static Response swap(String who, String id, String hash) {
        return as(who).body(Map.of("hash", hash, "reason", "The copy is wrong", "ticket", "OPS-9"))
                .post(REBUILDS + "/" + id + "/swap");
    }

    private static JsonPath difference(String id) {
        return as(NG).get(REBUILDS + "/" + id + "/difference")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Map<String, String> grounds() {
        return Map.of("reason", "To compare", "ticket", "OPS-9");
    }
}
