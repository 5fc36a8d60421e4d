package org.mobiletoken.tokenctl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mobiletoken.tokenctl.FakePlatform.Result;

class CommandsTest {
    private static final String ID = "0b6ac4f2-2b8e-4c5e-9d2e-58a3b9b40c11";
    private static final String[] GROUNDS = {"--reason", "The depot is back", "--ticket", "OPS-17"};
    private static final ObjectMapper JSON = new ObjectMapper();

    private FakePlatform platform;

    @BeforeEach
    void start() throws IOException {
        platform = new FakePlatform();
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void parked_keys_of_all_services_are_one_table() {
        platform.answers("GET parked-keys", 200, """
                [{'consumer':'c','key':'k','waiting':2,'eventId':'%s','type':'t','since':'2026-11-24T06:00:00Z'}]""".formatted(ID));

        Result result = platform.run("parked", "list");

        assertThat(result.status()).isZero();
        assertThat(result.out().lines())
                .hasSize(5)
                .first()
                .asString()
                .startsWith("SERVICE       CONSUMER  KEY  WAITING");
        assertThat(result.out()).contains("notification  c         k    2");
        assertThat(platform.requests)
                .allSatisfy(each -> assertThat(each.authorization()).isEqualTo("Bearer the-token"));
    }

    @Test
    void json_is_the_services_own_answer() throws IOException {
        platform.answers("GET history?limit=5", 200, "[{'id':1,'outcome':'begun'}]");

        Result result = platform.run("history", "-s", "sync", "--limit", "5", "--output", "json");

        JsonNode printed = JSON.readTree(result.out());
        assertThat(printed.path(0).path("outcome").asText()).isEqualTo("begun");
    }

    @Test
    void an_empty_list_is_a_sentence() {
        platform.answers("GET dead-letters", 200, "[]").answers("GET parked-keys", 200, "[]");

        assertThat(platform.run("parked", "list").out()).isEqualTo("No key is parked.\n");
        assertThat(platform.run("dead-letters", "list").out()).isEqualTo("There is no open dead letter.\n");
    }

    @Test
    void a_retry_that_leaves_events_waiting_says_so_by_its_exit_status() {
        platform.answers("POST parked-keys/c/a%20key/retry", 200, "{'handled':3,'waiting':0}")
                .answers("POST parked-keys/c/a%20key/retry", 200, "{'handled':1,'waiting':2}");

        Result first = platform.run(with(GROUNDS, "parked", "retry", "-s", "sync", "c", "a key"));
        Result second = platform.run(with(GROUNDS, "parked", "retry", "-s", "sync", "c", "a key"));

        assertThat(first.status()).isZero();
        assertThat(first.out()).isEqualTo("3 events were handled, and the key is free.\n");
        assertThat(second.status()).isEqualTo(7);
        assertThat(platform.bodies("POST").getFirst())
                .contains("\"ticket\":\"OPS-17\"", "\"reason\":\"The depot is back\"");
    }

    @Test
    void a_skip_names_the_event_that_was_seen() {
        platform.answers("POST parked-keys/c/k/skip", 204, "");

        Result result = platform.run(with(GROUNDS, "parked", "skip", "-s", "sync", "c", "k", "--event", ID));

        assertThat(result.status()).isZero();
        assertThat(platform.bodies("POST")).singleElement().asString().contains(ID);
    }

    @Test
    void a_halt_is_shown_with_its_sentence_and_lifted_by_its_id() {
        platform.answers("GET halts", 200, """
                [{'id':'%s','consumer':'c','because':'Too many.','since':'2026-11-24T06:00:00Z'}]""".formatted(ID))
                .answers("POST halts/" + ID + "/lift", 200, "{'consumer':'c'}");

        assertThat(platform.run("halts", "list", "-s", "sync").out())
                .contains("sync     c         " + ID + "  2026-11-24T06:00:00Z  Too many.");
        Result lifted = platform.run(with(GROUNDS, "halts", "lift", "-s", "sync", ID));

        assertThat(lifted.status()).isZero();
        assertThat(lifted.out()).isEqualTo("c goes on.\n");
        assertThat(platform.bodies("POST").getFirst()).contains("\"ticket\":\"OPS-17\"");
    }

    @Test
    void dead_letters_of_one_cause_are_dealt_with_together_and_a_refusal_stops_none_of_the_others() {
        platform.answers("GET dead-letters", 200, letters())
                .answers("GET dead-letters?limit=10000", 200, letters())
                .answers("POST dead-letters/0/1/redrive", 200, "{'result':'HANDLED'}")
                .refuses("POST dead-letters/0/2/redrive", 409, "The letter still cannot be read, and stays.");

        assertThat(platform.run("dead-letters", "list", "-s", "sync").out())
                .contains("sync     c         2        no JSON");
        Result result = platform.run(with(GROUNDS, "dead-letters", "redrive", "-s", "sync", "--cause", "no JSON"));

        assertThat(result.status()).isEqualTo(7);
        assertThat(result.out()).contains("0@1     HANDLED", "0@2     refused: The letter still cannot be read");
        assertThat(result.err()).contains("1 of 2 letters", "2 of 2 letters");
    }

    @Test
    void a_plan_is_shown_with_its_hash_and_what_it_would_do() {
        platform.answers("POST replays", 201, replay("PLANNED", 0));

        Result result = platform.run(
                "replay",
                "plan",
                "-s",
                "sync",
                "--consumer",
                "c",
                "--partition",
                "0",
                "--from-offset",
                "5",
                "--since",
                "2026-11-24T14:00:00+08:00",
                "--type",
                "a",
                "--type",
                "b");

        assertThat(result.out()).contains("hash         abc", "effects      4 take effect");
        assertThat(platform.bodies("POST").getFirst())
                .isEqualTo("{\"consumer\":\"c\",\"partitions\":[0],\"fromOffset\":5,\"since\":\"2026-11-24T06:00:00Z\","
                        + "\"types\":[\"a\",\"b\"]}");
    }

    @Test
    void a_run_is_watched_to_its_end_also_when_it_runs_already() {
        String path = "GET replays/" + ID;
        platform.answers(path, 200, replay("APPROVED", 0))
                .answers(path, 200, replay("RUNNING", 2))
                .answers(path, 200, replay("COMPLETED", 4))
                .answers("POST replays/" + ID + "/run", 200, replay("RUNNING", 0));

        Result result = platform.run(with(GROUNDS, "replay", "run", "-s", "sync", ID, "--hash", "abc"));
        Result again = platform.run(with(GROUNDS, "replay", "run", "-s", "sync", ID, "--hash", "abc", "--no-wait"));

        assertThat(result.status()).isZero();
        assertThat(result.err()).contains("2 of 4 events", "4 of 4 events");
        assertThat(result.out()).contains("COMPLETED");
        assertThat(again.status()).isZero();
    }

    @Test
    void a_replay_that_does_not_complete_says_so_by_its_exit_status() {
        String path = "GET replays/" + ID;
        platform.answers(path, 200, replay("RUNNING", 0)).answers(path, 200, replay("FAILED", 1));

        assertThat(platform.run(with(GROUNDS, "replay", "run", "-s", "sync", ID, "--hash", "abc"))
                        .status())
                .isEqualTo(7);
        assertThat(platform.bodies("POST")).isEmpty();
    }

    @Test
    void a_refusal_is_the_services_sentence() {
        platform.refuses("POST replays/" + ID + "/approval", 409, "Ask a second person.")
                .refuses("POST replays", 422, "The time range begins in the future.");

        Result result = platform.run("replay", "approve", "-s", "sync", ID, "--hash", "abc");

        assertThat(result.status()).isEqualTo(3);
        assertThat(result.err()).isEqualTo("Ask a second person.\n");
        assertThat(result.out()).isEmpty();
        assertThat(platform.run("replay", "plan", "-s", "sync").err())
                .isEqualTo("The time range begins in the future.\n");
    }

    @Test
    void what_does_not_exist_or_is_not_allowed_has_a_status_of_its_own() {
        platform.answers("GET parked-keys", 403, "{}");

        assertThat(platform.run(
                                "replay",
                                "show",
                                "-s",
                                "sync",
                                UUID.randomUUID().toString())
                        .status())
                .isEqualTo(4);
        Result forbidden = platform.run("parked", "list");
        assertThat(forbidden.status()).isEqualTo(5);
        assertThat(forbidden.err()).contains("It needs the role operations");
    }

    @Test
    void a_rebuild_is_watched_until_it_is_built() {
        String path = "rebuilds/" + ID;
        platform.answers("POST rebuilds", 201, rebuild("PLANNED", 0))
                .answers("GET " + path, 200, rebuild("PLANNED", 0))
                .answers("GET " + path, 200, rebuild("BUILT", 9))
                .answers("POST " + path + "/run", 200, rebuild("RUNNING", 0));

        Result planned = platform.run("rebuild", "plan", "-s", "sync", "--projection", "token-states");
        Result built = platform.run(with(GROUNDS, "rebuild", "run", "-s", "sync", ID));

        assertThat(planned.out()).contains("partition 0  0, of 0 up to 9");
        assertThat(built.status()).isZero();
        assertThat(built.err()).contains("9 of 9 events");
    }

    @Test
    void a_difference_has_an_exit_status_of_its_own() {
        String path = "GET rebuilds/" + ID + "/difference";
        platform.answers(path, 200, "{'equal':true,'same':2,'hash':'abc','examples':[]}")
                .answers(path, 200, "{'equal':false,'different':1,'hash':'abd','examples':['k app DIFFERENT']}");

        assertThat(platform.run("rebuild", "diff", "-s", "sync", ID).status()).isZero();
        Result differs = platform.run("rebuild", "diff", "-s", "sync", ID);

        assertThat(differs.status()).isEqualTo(8);
        assertThat(differs.out()).contains("row        k app DIFFERENT", "hash       abd");
    }

    private static String rebuild(String state, int done) {
        return """
                {'id':'%s','state':'%s','projection':'token-states','topic':'t','total':9,'done':%d,
                 'parts':[{'partition':0,'first':0,'next':%d,'end':9}]}""".formatted(ID, state, done, done);
    }

    private static String letters() {
        String letter = "{'partition':0,'offset':%d,'consumer':'c','cause':'%s','origin':'t-0@7'}";
        return "[" + letter.formatted(1, "no JSON") + "," + letter.formatted(2, "no JSON") + "]";
    }

    private static String replay(String state, int done) {
        return """
                {'id':'%s','state':'%s','hash':'abc','expiresAt':'2026-11-24T07:00:00Z',
                 'selection':{'consumer':'c','topic':'t'},'ranges':[{'partition':0,'from':0,'to':4}],
                 'contents':{'events':4,'byType':[{'type':'a','events':4,'known':0}],'byPartition':{'0':4},
                   'byDay':{'2026-11-24':4},'effects':'4 take effect'},
                 'progress':{'total':4,'done':%d,'secondsLeft':1}}""".formatted(ID, state, done);
    }

    private static String[] with(String[] more, String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return all;
    }
}
