package org.mobiletoken.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mobiletoken.testing.KafkaProbe;

@QuarkusTest
@WithTestResource(OwnBroker.class)
@TestProfile(BrokerAwayTest.WithProjection.class)
class BrokerAwayTest extends OperationsTest {
    /** So large that each is read from the broker by itself. */
    private static final String LARGE = "x".repeat(700_000);

    private static final int EVENTS = 6;

    @Inject
    MovedParcels moved;

    public static final class WithProjection implements QuarkusTestProfile {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(MovedParcels.class);
        }
    }

    @Override
    @BeforeEach
    void open() {
        probe = KafkaProbe.open(OwnBroker.kafka().bootstrapServers());
    }

    @Test
    void a_replay_waits_with_a_sentence_and_goes_on_by_itself_with_each_event_taking_effect_once() {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= EVENTS; i++) {
            names.add("/" + i + LARGE);
            publish(names.getLast());
        }
        awaitHandled(names.toArray(String[]::new));
        String replay = "replays/" + run();
        await().until(() -> get(replay).<Integer>path("progress.done") >= 1);

        OwnBroker.kafka().stop();
        try {
            await().until(() -> get(replay).path("note") != null);
            get(replay)
                    .then()
                    .body("state", equalTo("RUNNING"))
                    .body("progress.done", lessThan(EVENTS))
                    .body("note", containsString("goes on once it is back"));
            get("history")
                    .then()
                    .body("[0].action", equalTo("REPLAY_WAITS"))
                    .body("[0].outcome", containsString("The broker does not answer"));
        } finally {
            OwnBroker.kafka().start();
        }

        await().until(() -> get(replay).path("state").equals("COMPLETED"));
        assertThat(parcels.audited(key))
                .containsExactlyElementsOf(
                        names.stream().map(name -> key + name).toList());
        assertThat(get("history").jsonPath().getList("action", String.class))
                .startsWith("REPLAY_ENDED", "REPLAY_RESUMED", "REPLAY_WAITS", "REPLAY_STARTED");
    }

    @Test
    void a_rebuild_waits_with_a_sentence_and_goes_on_by_itself() {
        publish("/1");
        awaitHandled("/1");
        String rebuild = "rebuilds/"
                + post("rebuilds", Map.of("projection", MovedParcels.NAME)).path("id");

        OwnBroker.kafka().stop();
        try {
            post(rebuild + "/run", GROUNDS).then().statusCode(200);
            await().until(() -> get(rebuild).path("note") != null);
            get(rebuild)
                    .then()
                    .body("state", equalTo("RUNNING"))
                    .body("note", containsString("goes on once it is back"));
            get("history")
                    .then()
                    .body("[0].action", equalTo("REBUILD_WAITS"))
                    .body("[0].outcome", containsString("0 events applied so far. The broker does not answer"));
        } finally {
            OwnBroker.kafka().start();
        }

        await().until(() -> get(rebuild).path("state").equals("BUILT"));
        assertThat(moved.beside()).containsOnlyOnce(key);
        assertThat(get("history").jsonPath().getList("action", String.class))
                .startsWith("REBUILD_BUILT", "REBUILD_WAITS", "REBUILD_STARTED", "REBUILD_PLANNED");
    }

    /** Plans, approves and starts a replay of this test's key to the consumer that has not heard of it; its id. */
    private String run() {
        Response plan = post("replays", Map.of("consumer", Parcels.NEW_CONSUMER, "key", key));
        String id = plan.path("id");
        String hash = plan.path("hash");
        lee().body(Map.of("hash", hash))
                .post("/v1/operations/replays/" + id + "/approval")
                .then()
                .statusCode(200);
        Map<String, Object> request = new HashMap<>(GROUNDS);
        request.put("hash", hash);
        request.put("eventsPerSecond", 1);
        post("replays/" + id + "/run", request).then().statusCode(200);
        return id;
    }
}
