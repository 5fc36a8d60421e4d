package org.mobiletoken.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeadLettersTest extends OperationsTest {
    @Test
    void a_letter_is_listed_with_its_cause_and_never_with_its_bytes() {
        String path = deadLetter("/1");

        get(path)
                .then()
                .statusCode(200)
                .body("cause", equalTo("no JSON"))
                .body("consumer", equalTo(Parcels.CONSUMER))
                .body("origin", startsWith(ParcelTopics.EVENTS + "-"))
                .body("type", equalTo(TYPE))
                .body("bytes", equalTo(key.length() + 2));
        assertThat(get(path).asString()).doesNotContain(key + "/1");
    }

    @Test
    void a_redriven_letter_takes_effect_through_the_handler_and_is_open_no_more() {
        String path = deadLetter("/1");
        int before = probe.records(ParcelTopics.EVENTS).size();
        long open = openLetters();
        parcels.recover(key + "/1");

        post(path + "/redrive", GROUNDS).then().statusCode(200).body("result", equalTo("HANDLED"));

        assertThat(parcels.handled(key)).containsExactly(key + "/1");
        assertThat(probe.records(ParcelTopics.EVENTS)).hasSize(before);
        assertThat(openLetters()).isEqualTo(open - 1);
        get(path).then().statusCode(404);
        post(path + "/redrive", GROUNDS).then().statusCode(404).body("detail", containsString("List the dead letters"));
    }

    @Test
    void a_letter_that_still_cannot_be_read_stays_and_breeds_no_other() {
        String path = deadLetter("/1");
        int letters = probe.records(ParcelTopics.DEAD_LETTERS).size();

        post(path + "/redrive", GROUNDS).then().statusCode(409).body("detail", containsString("still cannot be read"));

        assertThat(probe.records(ParcelTopics.DEAD_LETTERS)).hasSize(letters);
        get(path).then().statusCode(200);
        assertThat(outcomesOf(place(path))).first().asString().startsWith("refused: ");
    }

    @Test
    void a_discarded_letter_is_open_no_more() {
        String path = deadLetter("/1");

        post(path + "/discard", GROUNDS).then().statusCode(204);

        get(path).then().statusCode(404);
        assertThat(outcomesOf(place(path))).containsExactly("DISCARDED");
    }

    @Test
    void a_letter_older_than_the_inbox_remembers_is_not_redriven() {
        String path = deadLetter("/1");
        clock.advance(Duration.ofDays(89).plusMinutes(1));

        post(path + "/redrive", GROUNDS).then().statusCode(409).body("detail", containsString("older than the inbox"));
    }

    @Test
    void a_place_without_a_letter_is_not_found() {
        get("dead-letters/0/4711").then().statusCode(404);
        get("dead-letters/9/0").then().statusCode(404);
        get("dead-letters/0/-1").then().statusCode(400);
        post("dead-letters/0/4711/redrive", GROUNDS).then().statusCode(404);
        post("dead-letters/0/4711/discard", GROUNDS).then().statusCode(404);
    }

    private static long openLetters() {
        return get("status").jsonPath().getLong("deadLetters");
    }

    /** The path of a letter made from an event that cannot be decoded. */
    private String deadLetter(String name) {
        parcels.scramble(key + name);
        publish(name);
        Map<String, Object> letter = await().until(
                        () -> get("dead-letters").jsonPath().getMap("find { it.key == '" + key + "' }"),
                        found -> found != null);
        return "dead-letters/" + letter.get("partition") + "/" + letter.get("offset");
    }

    private static String place(String path) {
        String[] parts = path.split("/");
        return ParcelTopics.DEAD_LETTERS + "-" + parts[1] + "@" + parts[2];
    }
}
