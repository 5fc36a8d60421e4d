package org.mobiletoken.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ParkedKeysTest extends OperationsTest {
    @Test
    void a_parked_key_is_listed_and_shown_without_payload() {
        UUID failed = park();

        get("parked-keys")
                .then()
                .statusCode(200)
                .body("find { it.key == '" + key + "' }.waiting", equalTo(2))
                .body("find { it.key == '" + key + "' }.eventId", equalTo(failed.toString()));
        get(path(""))
                .then()
                .statusCode(200)
                .body("[0].reason", startsWith("java.lang.IllegalStateException at "))
                .body("[0].topic", equalTo(ParcelTopics.EVENTS))
                .body("[1].type", equalTo(TYPE));
        assertThat(get(path("")).asString()).doesNotContain(key + "/1");
    }

    @Test
    void a_retried_key_is_handled_in_order_and_the_history_says_so() {
        park();
        parcels.recover(key + "/1");

        post(path("/retry"), GROUNDS)
                .then()
                .statusCode(200)
                .body("handled", equalTo(2))
                .body("waiting", equalTo(0));

        assertThat(parcels.handled(key)).containsExactly(key + "/1", key + "/2");
        assertThat(outcomesOf(key)).containsExactly("handled 2, still waiting 0", "begun");
        get("history").then().body("[0].name", equalTo("operator.ng")).body("[0].ticket", equalTo("OPS-17"));
    }

    @Test
    void only_the_event_in_front_can_be_skipped() {
        UUID failed = park();
        String second = get(path("")).path("[1].eventId");

        post(path("/skip"), skip(second)).then().statusCode(409).body("detail", containsString("in front"));
        post(path("/skip"), skip(failed.toString())).then().statusCode(204);
        post(path("/retry"), GROUNDS).then().statusCode(200).body("handled", equalTo(1));

        assertThat(parcels.handled(key)).containsExactly(key + "/2");
        assertThat(outcomesOf(key)).contains("skipped " + failed);
    }

    @Test
    void of_two_operators_who_skip_the_same_event_one_is_told_that_it_is_gone() {
        UUID failed = park();

        post(path("/skip"), skip(failed.toString())).then().statusCode(204);

        lee().body(skip(failed.toString()))
                .post("/v1/operations/" + path("/skip"))
                .then()
                .statusCode(409)
                .body("detail", containsString("Show the key again"));
    }

    @Test
    void a_key_that_is_not_parked_is_not_found_with_a_sentence_that_says_what_to_do() {
        get(path("")).then().statusCode(404).body("detail", containsString("List the parked keys again"));
        post(path("/retry"), GROUNDS).then().statusCode(404);
        post(path("/skip"), skip(UUID.randomUUID().toString())).then().statusCode(404);
        assertThat(outcomesOf(key)).isEmpty();
    }

    @Test
    void nobody_acts_without_a_reason_and_a_ticket() {
        park();

        post(path("/retry"), Map.of("reason", " ", "ticket", "OPS-17")).then().statusCode(400);
        post(path("/retry"), Map.of("reason", "why not", "ticket", "")).then().statusCode(400);
        post(path("/retry"), Map.of("reason", "why not")).then().statusCode(400);
    }

    /** Two events of the key, the first of which fails. */
    private UUID park() {
        parcels.fail(key + "/1");
        UUID failed = publish("/1");
        publish("/2");
        await().until(
                        () -> get(path("")),
                        shown -> shown.statusCode() == 200
                                && shown.jsonPath().getList("$").size() == 2);
        return failed;
    }

    private String path(String action) {
        return "parked-keys/" + Parcels.CONSUMER + "/" + key + action;
    }

    private static Map<String, Object> skip(String eventId) {
        return Map.of("eventId", eventId, "reason", "Agreed with the depot", "ticket", "OPS-18");
    }
}
