package org.mobiletoken.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasLength;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReplayTest extends OperationsTest {
    @AfterEach
    void nothingRuns() {
        get("replays")
                .jsonPath()
                .<String>getList("findAll { it.state == 'RUNNING' }.id")
                .forEach(id -> post("replays/" + id + "/abort", GROUNDS));
    }

    @Test
    void a_plan_says_what_a_replay_would_do_and_does_nothing() {
        publishHandled("/1", "/2");
        parcels.fail(key + "/3");

        Response planned = plan(Parcels.NEW_CONSUMER);

        planned.then()
                .statusCode(201)
                .body("state", equalTo("PLANNED"))
                .body("hash", hasLength(64))
                .body("contents.events", equalTo(2))
                .body("contents.known", equalTo(0))
                .body("contents.toHandle", equalTo(2))
                .body("contents.byType[0].type", equalTo(TYPE))
                .body("contents.byPartition.values().sum()", equalTo(2))
                .body("contents.effects", containsString("2 events take effect for the first time"))
                .body("progress", hasEntry("done", 0));
        assertThat(parcels.audited(key)).isEmpty();
    }

    @Test
    void a_new_consumer_gets_everything_once_and_in_order() {
        publishHandled("/1", "/2", "/3");
        int before = probe.records(ParcelTopics.EVENTS).size();

        Map<String, Object> ended = planApproveRun(Parcels.NEW_CONSUMER);

        assertThat(ended).containsEntry("state", "COMPLETED");
        assertThat(progress(ended)).containsEntry("handled", 3).containsEntry("done", 3);
        assertThat(parcels.audited(key)).containsExactly(key + "/1", key + "/2", key + "/3");
        assertThat(probe.records(ParcelTopics.EVENTS)).hasSize(before);
        assertThat(outcomesOf((String) ended.get("id")))
                .hasSize(4)
                .first()
                .asString()
                .startsWith("COMPLETED: ");
    }

    @Test
    void what_the_consumer_has_taken_over_before_changes_nothing() {
        publishHandled("/1", "/2");

        Map<String, Object> ended = planApproveRun(Parcels.CONSUMER);

        assertThat(progress(ended)).containsEntry("known", 2).containsEntry("handled", 0);
        assertThat(parcels.handled(key)).containsExactly(key + "/1", key + "/2");
    }

    @Test
    void what_fails_in_a_replay_is_parked_and_what_follows_queues() {
        publishHandled("/1", "/2");
        parcels.fail(key + "/1");

        Map<String, Object> ended = planApproveRun(Parcels.NEW_CONSUMER);

        assertThat(progress(ended)).containsEntry("parked", 1).containsEntry("queued", 1);
        get("parked-keys/" + Parcels.NEW_CONSUMER + "/" + key).then().body("size()", equalTo(2));
    }

    @Test
    void a_replay_stops_by_itself_when_too_much_fails() {
        List<String> keys = IntStream.range(0, 22).mapToObj(i -> key + "-" + i).toList();
        for (String each : keys) {
            probe.publish(ParcelTopics.EVENTS, each, UUID.randomUUID(), "parcel.Lost.v1", "parcel-service", each);
        }
        await().until(() -> keys.stream().allMatch(each -> parcels.handled(each).contains(each)));
        keys.forEach(parcels::fail);

        Map<String, Object> ended = run(
                approved(planned(Map.of("consumer", Parcels.NEW_CONSUMER, "types", List.of("parcel.Lost.v1")))), 1000);

        assertThat(ended).containsEntry("state", "FAILED");
        assertThat((String) ended.get("note")).contains("More than 20 events failed");
    }

    @Test
    void the_author_cannot_approve_and_another_hash_approves_nothing() {
        publishHandled("/1");
        Response planned = plan(Parcels.CONSUMER);
        String id = planned.path("id");

        post("replays/" + id + "/approval", Map.of("hash", planned.<String>path("hash")))
                .then()
                .statusCode(409)
                .body("detail", containsString("Ask a second person"));
        lee().body(Map.of("hash", "0".repeat(64)))
                .post("/v1/operations/replays/" + id + "/approval")
                .then()
                .statusCode(409)
                .body("detail", containsString("not the hash of the plan"));
        assertThat(outcomesOf(id))
                .hasSize(3)
                .filteredOn(each -> each.startsWith("refused: "))
                .hasSize(2);
    }

    @Test
    void a_plan_is_not_run_without_approval_nor_after_it_expired() {
        publishHandled("/1");
        Map<String, Object> plan = planned(Map.of("consumer", Parcels.CONSUMER, "key", key));

        post("replays/" + plan.get("id") + "/run", runRequest(plan, 10))
                .then()
                .statusCode(409)
                .body("detail", containsString("Only an approved plan"));
        approved(plan);
        clock.advance(Duration.ofHours(1));
        post("replays/" + plan.get("id") + "/run", runRequest(plan, 10))
                .then()
                .statusCode(409)
                .body("detail", containsString("expired"));
    }

    @Test
    void a_plan_that_no_longer_matches_is_not_run() {
        publishHandled("/1");
        Map<String, Object> plan = approved(planned(Map.of("consumer", Parcels.NEW_CONSUMER, "key", key)));
        planApproveRun(Parcels.NEW_CONSUMER);

        post("replays/" + plan.get("id") + "/run", runRequest(plan, 10))
                .then()
                .statusCode(409)
                .body("detail", containsString("now 1 of 1. Make a new plan."));
    }

    @Test
    void what_is_published_after_the_plan_is_no_part_of_it() {
        publishHandled("/1");
        Map<String, Object> plan = approved(planned(Map.of("consumer", Parcels.NEW_CONSUMER, "key", key)));
        publishHandled("/1", "/2");

        run(plan, 100);

        assertThat(parcels.audited(key)).containsExactly(key + "/1");
    }

    @Test
    void a_running_replay_keeps_its_pace_shows_its_progress_and_can_be_aborted() {
        String[] names = IntStream.range(0, 40).mapToObj(i -> "/" + i).toArray(String[]::new);
        publishHandled(names);
        Map<String, Object> plan = approved(planned(Map.of("consumer", Parcels.NEW_CONSUMER, "key", key)));
        String path = "replays/" + plan.get("id");
        post(path + "/run", runRequest(plan, 5)).then().statusCode(200).body("state", equalTo("RUNNING"));
        await().until(() -> get(path).path("progress.secondsLeft") != null);
        Map<String, Object> other = approved(planned(Map.of("consumer", Parcels.CONSUMER, "key", key)));

        post("replays/" + other.get("id") + "/run", runRequest(other, 5))
                .then()
                .statusCode(409)
                .body("detail", containsString("Another replay of this service is running"));
        post(path + "/abort", GROUNDS).then().statusCode(200).body("state", equalTo("ABORTED"));

        int handed = parcels.audited(key).size();
        assertThat(handed).isBetween(1, 20);
        await().during(Duration.ofSeconds(1)).until(() -> parcels.audited(key).size() <= handed + 4);
        post(path + "/abort", GROUNDS).then().statusCode(409).body("detail", containsString("nothing to abort"));
    }

    @Test
    void events_older_than_the_inbox_remembers_are_never_handed_over() {
        publishHandled("/1");
        clock.advance(Duration.ofDays(89).plusMinutes(5));

        plan(Parcels.NEW_CONSUMER).then().statusCode(422).body("detail", containsString("older than the inbox"));
    }

    @Test
    void a_selection_that_makes_no_sense_is_refused_with_a_sentence() {
        publishHandled("/1");

        refused(Map.of("consumer", "nobody"), "No consumer of parcel-service fits");
        refused(
                Map.of("topic", "unknown.v1"),
                "Its consumers are parcel-audit (parcels.v1), parcel-moves (parcels.v1)");
        refused(Map.of("topic", ParcelTopics.EVENTS), "More than one consumer");
        refused(Map.of("consumer", Parcels.CONSUMER, "key", "no-such-key"), "No event of parcels.v1");
        refused(Map.of("consumer", Parcels.CONSUMER, "partitions", List.of(7)), "has the partitions 0 to 1, not 7");
        refused(
                Map.of("consumer", Parcels.CONSUMER, "partitions", List.of(0), "fromOffset", 1_000_000),
                "Partition 0 of parcels.v1 holds the offsets 0 up to ");
        refused(Map.of("consumer", Parcels.CONSUMER, "since", "2999-01-01T00:00:00Z"), "in the future");
        refused(
                Map.of("consumer", Parcels.CONSUMER, "since", clock.instant().toString(), "key", key),
                "Check them, or choose a wider range");
        post("replays", Map.of("consumer", Parcels.CONSUMER, "since", "yesterday"))
                .then()
                .statusCode(400);
        post("replays", Map.of("consumer", Parcels.CONSUMER, "whatever", 1))
                .then()
                .statusCode(400);
    }

    @Test
    void a_pace_that_is_none_is_refused() {
        publishHandled("/1");
        Map<String, Object> plan = approved(planned(Map.of("consumer", Parcels.CONSUMER, "key", key)));

        for (int pace : new int[] {0, 5001}) {
            post("replays/" + plan.get("id") + "/run", runRequest(plan, pace))
                    .then()
                    .statusCode(409)
                    .body("detail", containsString("1 to 5000 events a second"));
        }
    }

    @Test
    void a_service_without_a_projection_has_nothing_to_rebuild() {
        post("rebuilds", Map.of("projection", "parcels"))
                .then()
                .statusCode(422)
                .body("detail", equalTo("parcel-service has no projection that could be made anew."));
        get("rebuilds").then().statusCode(200).body("size()", equalTo(0));
    }

    @Test
    void a_replay_that_does_not_exist_is_not_found() {
        String path = "replays/" + UUID.randomUUID();

        get(path).then().statusCode(404).body("detail", containsString("List the replays"));
        post(path + "/approval", Map.of("hash", "0".repeat(64))).then().statusCode(404);
        post(path + "/run", runRequest(Map.of("hash", "0".repeat(64)), 1))
                .then()
                .statusCode(404);
        post(path + "/abort", GROUNDS).then().statusCode(404);
    }

    private void publishHandled(String... names) {
        List<String> before = parcels.handled(key);
        Stream.of(names).forEach(this::publish);
        List<String> expected = Stream.concat(before.stream(), Stream.of(names).map(name -> key + name))
                .toList();
        await().until(() -> parcels.handled(key), expected::equals);
    }

    private Response plan(String consumer) {
        return post("replays", Map.of("consumer", consumer, "key", key));
    }

    private static Map<String, Object> planned(Map<String, Object> selection) {
        return post("replays", selection)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getMap("$");
    }

    private static Map<String, Object> approved(Map<String, Object> plan) {
        lee().body(Map.of("hash", plan.get("hash")))
                .post("/v1/operations/replays/" + plan.get("id") + "/approval")
                .then()
                .statusCode(200)
                .body("state", equalTo("APPROVED"));
        return plan;
    }

    private Map<String, Object> planApproveRun(String consumer) {
        return run(approved(planned(Map.of("consumer", consumer, "key", key))), 1000);
    }

    private static Map<String, Object> run(Map<String, Object> plan, int eventsPerSecond) {
        String path = "replays/" + plan.get("id");
        post(path + "/run", runRequest(plan, eventsPerSecond)).then().statusCode(200);
        return await().until(
                        () -> get(path).jsonPath().getMap("$"),
                        found -> !found.get("state").equals("RUNNING"));
    }

    private static Map<String, Object> runRequest(Map<String, Object> plan, int eventsPerSecond) {
        return Map.of(
                "hash",
                plan.get("hash"),
                "reason",
                "The audit begins",
                "ticket",
                "OPS-42",
                "eventsPerSecond",
                eventsPerSecond);
    }

    private static void refused(Map<String, Object> selection, String sentence) {
        post("replays", selection).then().statusCode(422).body("detail", containsString(sentence));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> progress(Map<String, Object> replay) {
        return (Map<String, Object>) replay.get("progress");
    }
}
