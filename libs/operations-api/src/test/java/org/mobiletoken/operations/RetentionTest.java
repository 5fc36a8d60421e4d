package org.mobiletoken.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mobiletoken.operations.postgres.DeadLetterResolutions;
import org.mobiletoken.operations.postgres.Rebuilds;
import org.mobiletoken.operations.rules.Range;

@QuarkusTest
class RetentionTest extends OperationsTest {
    @Inject
    PurgeReplays purge;

    @Inject
    Rebuilds rebuilds;

    @Inject
    DeadLetterResolutions resolutions;

    @Test
    void a_replay_can_be_read_for_400_days_after_it_ended_or_expired_and_its_history_for_good() {
        publish("/1");
        awaitHandled("/1");
        String id = post("replays", Map.of("consumer", Parcels.CONSUMER, "key", key))
                .path("id");

        clock.advance(Duration.ofDays(400).plusMinutes(59));
        purge.purge();
        get("replays/" + id).then().statusCode(200).body("state", equalTo("PLANNED"));

        clock.advance(Duration.ofMinutes(2));
        purge.purge();
        get("replays/" + id).then().statusCode(404);
        assertThat(outcomesOf(id)).hasSize(1);
    }

    @Test
    void a_rebuild_can_be_read_as_long() {
        UUID id = UUID.randomUUID();
        QuarkusTransaction.requiringNew()
                .run(() -> rebuilds.add(id, "parcels", ParcelTopics.EVENTS, List.of(new Range(0, 0, 1)), "ng"));

        clock.advance(Duration.ofDays(400).minusMinutes(1));
        purge.purge();
        get("rebuilds/" + id).then().statusCode(200).body("state", equalTo("PLANNED"));

        clock.advance(Duration.ofMinutes(2));
        purge.purge();
        get("rebuilds/" + id).then().statusCode(404);
    }

    @Test
    void what_became_of_a_letter_is_kept_as_long_as_its_topic_holds_it() {
        String topic = "topic-of-" + key;
        resolutions.add(topic, new Place(0, 41), Resolution.DISCARDED);
        resolutions.add(topic, new Place(0, 42), Resolution.DISCARDED);

        assertThat(resolutions.deleteBelow(topic, 0, 42)).isEqualTo(1);

        assertThat(resolutions.of(topic)).containsExactly(new Place(0, 42));
        assertThat(resolutions.add(topic, new Place(0, 42), Resolution.REDRIVEN))
                .isFalse();
    }
}
