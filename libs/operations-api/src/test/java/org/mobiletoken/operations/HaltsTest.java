package org.mobiletoken.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Thirty undecodable records in a row are too many here. */
@QuarkusTest
class HaltsTest extends OperationsTest {
    private static final int IN_A_ROW = 30;

    @Test
    void a_halted_consumer_is_shown_with_what_happened_and_goes_on_once_somebody_lifts_the_halt() {
        publish("/1");
        awaitHandled("/1");
        parcels.scramble(key + "/2");
        for (int i = 0; i < IN_A_ROW; i++) {
            publish("/2");
        }
        publish("/3");
        await().until(() -> get("halts").jsonPath().getList("$").size(), halts -> halts == 1);

        get("halts")
                .then()
                .body("[0].consumer", equalTo(Parcels.CONSUMER))
                .body("[0].because", startsWith(IN_A_ROW + " records in a row could not be decoded."))
                .body("[0].because", containsString("then lift the halt"));
        get("status").then().body("halts", equalTo(1));
        assertThat(parcels.handled(key)).containsExactly(key + "/1");
        String lift = "halts/" + get("halts").path("[0].id") + "/lift";
        post(lift, Map.of("reason", "why not")).then().statusCode(400);

        post(lift, GROUNDS).then().statusCode(200).body("consumer", equalTo(Parcels.CONSUMER));

        awaitHandled("/1", "/3");
        get("halts").then().body("$", empty());
        get("history")
                .then()
                .body("[0].action", equalTo("HALT_LIFTED"))
                .body("[0].subject", equalTo(Parcels.CONSUMER))
                .body("[0].ticket", equalTo("OPS-17"))
                .body("[0].outcome", containsString("30 records in a row"));
        post(lift, GROUNDS).then().statusCode(404).body("detail", containsString("List the halts again"));
    }

    @Test
    void a_halt_that_does_not_exist_cannot_be_lifted() {
        post("halts/" + UUID.randomUUID() + "/lift", GROUNDS).then().statusCode(404);
    }
}
