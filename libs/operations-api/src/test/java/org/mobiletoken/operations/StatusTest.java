package org.mobiletoken.operations;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mobiletoken.operations.postgres.Ledger;
import org.mobiletoken.operations.postgres.Ledger.Action;

@QuarkusTest
class StatusTest extends OperationsTest {
    @Inject
    Ledger ledger;

    @Inject
    DataSource dataSource;

    @Test
    void the_status_names_the_consumers_with_topic_and_group_and_counts_what_waits() {
        parcels.fail(key + "/1");
        publish("/1");
        publish("/2");

        await().untilAsserted(() -> get("status")
                .then()
                .statusCode(200)
                .body("service", equalTo("parcel-service"))
                .body("outboxEvents", equalTo(0))
                .body("parkedKeys", greaterThanOrEqualTo(1))
                .body("parkedEvents", greaterThanOrEqualTo(2))
                .body("halts", equalTo(0))
                .body("deadLetterTopic", equalTo(ParcelTopics.DEAD_LETTERS))
                .body("consumers.name", hasItem(Parcels.CONSUMER))
                .body("consumers[0].topic", equalTo(ParcelTopics.EVENTS))
                .body("consumers[0].group", equalTo("parcel-service")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update operations_ledger set outcome = 'another'",
                "delete from operations_ledger",
                "truncate operations_ledger"
            })
    void the_ledger_can_be_neither_changed_nor_shortened(String sql) {
        ledger.add(Operator.SERVICE, Action.PARKED_KEY_RETRIED, key, null, "done");

        assertThatThrownBy(() -> run(sql)).hasMessageContaining("append-only");
    }

    @Test
    void the_history_is_read_page_by_page_newest_first() {
        for (int i = 1; i <= 3; i++) {
            ledger.add(Operator.SERVICE, Action.PARKED_KEY_RETRIED, key, new Grounds("why", "T-1"), "page " + i);
        }
        long newest = get("history?limit=1").jsonPath().getLong("[0].id");

        get("history?limit=2&before=" + newest)
                .then()
                .body("[0].outcome", equalTo("page 2"))
                .body("[1].outcome", equalTo("page 1"));
        get("history?limit=0").then().statusCode(400);
    }

    private void run(String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
