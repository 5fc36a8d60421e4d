package org.mobiletoken.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiletoken.journeys.JourneyCustomer.WRONG_PASSCODE;
import static org.mobiletoken.journeys.Platform.INVESTMENT;
import static org.mobiletoken.journeys.Platform.MOBILE_BANKING;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mobiletoken.bank.SmsInbox;
import org.mobiletoken.stack.ServiceName;
import org.mobiletoken.stack.TableCopy;

@ExtendWith(PlatformExtension.class)
class OperationsIT {
    private static final String CONSUMER = "sync-token-states";

    private final Platform platform;
    private final JourneyCustomer customer;
    private final Operator ng;
    private final Operator lee;

    OperationsIT(Platform platform) {
        this.platform = platform;
        this.customer = new JourneyCustomer(platform);
        this.ng = Operator.first(platform);
        this.lee = Operator.second(platform);
    }

    @Test
    void a_parked_key_is_found_and_freed_by_a_retry_once_the_cause_is_gone() throws SQLException {
        inSync("""
                create function refuse() returns trigger language plpgsql as
                $$ begin if new.customer_id = '%s' then raise 'not now'; end if; return new; end $$""".formatted(customer.id()));
        inSync("create trigger refuse before insert or update on token_state for each row execute function refuse()");
        try {
            customer.enable(INVESTMENT);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> ng.types("parked", "list", "-s", "sync").out(), out -> out.contains(customer.id()));
        } finally {
            inSync("drop function refuse() cascade");
        }

        ng.types("parked", "show", "-s", "sync", CONSUMER, customer.id()).expect(0);
        ng.types(
                        "parked",
                        "retry",
                        "-s",
                        "sync",
                        CONSUMER,
                        customer.id(),
                        "--reason",
                        "The cause is gone",
                        "--ticket",
                        "OPS-1")
                .expect(0);

        assertThat(ng.types("parked", "list", "-s", "sync").out()).doesNotContain(customer.id());
        assertThat(customer.session(MOBILE_BANKING)
                        .syncOffer(customer.phone().thumbprint(INVESTMENT))
                        .body()
                        .path("offered")
                        .asBoolean())
                .isTrue();
        assertThat(ng.types("history", "-s", "sync").out()).contains(customer.id(), "OPS-1", "still waiting 0");
    }

    @Test
    void a_replay_of_every_topic_to_every_consumer_changes_no_row_and_sends_no_message() throws Exception {
        customer.enable(INVESTMENT);
        customer.logIn(INVESTMENT, WRONG_PASSCODE).expectProblem(422, "wrong-passcode");
        customer.synchronise(INVESTMENT, MOBILE_BANKING).expect(200);
        customer.session(MOBILE_BANKING).disableToken().expect(200);
        try (Topics topics = new Topics(platform)) {
            topics.awaitQuiet();
            TableCopy before = TableCopy.of(platform.stack());
            Instant replayed = SmsInbox.now();

            for (JsonNode service :
                    ng.startsTheJar("status", "-o", "json").expect(0).json()) {
                for (JsonNode consumer : service.path("consumers")) {
                    String name = service.path("service").asText().replace("-service", "");
                    JsonNode ended = replay(
                            name, "5000", "--consumer", consumer.path("name").asText());
                    JsonNode progress = ended.path("progress");
                    assertThat(ended.path("state").asText()).isEqualTo("COMPLETED");
                    assertThat(progress.path("done").asLong())
                            .isEqualTo(progress.path("total").asLong());
                    assertThat(progress.path("handled").asLong()).isZero();
                }
            }
            topics.awaitQuiet();

            assertThat(TableCopy.of(platform.stack())).isEqualTo(before);
            assertThat(customer.messagesSince(replayed)).isEmpty();
        }
    }

    @Test
    void a_replay_goes_on_where_it_was_after_the_service_was_killed() {
        customer.enable(INVESTMENT);
        customer.synchronise(INVESTMENT, MOBILE_BANKING).expect(200);
        customer.session(MOBILE_BANKING).disableToken().expect(200);
        try (Topics topics = new Topics(platform)) {
            topics.awaitQuiet();
        }
        JsonNode plan = plan("sync", "--consumer", CONSUMER, "--key", customer.id());
        String id = plan.path("id").asText();
        run("sync", plan, "1", "--no-wait");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> show(id).path("progress").path("done").asLong() >= 1);

        platform.stack().service(ServiceName.SYNC).kill();
        platform.stack().service(ServiceName.SYNC).start();
        JsonNode ended = run("sync", plan, "1");

        assertThat(ended.path("state").asText()).isEqualTo("COMPLETED");
        assertThat(ended.path("progress").path("done").asLong())
                .isEqualTo(plan.path("contents").path("events").asLong());
        assertThat(ng.types("replay", "history", "-s", "sync").out())
                .contains("REPLAY_STARTED", "REPLAY_RESUMED", "COMPLETED: ");
    }

    @Test
    void while_the_broker_is_away_nothing_is_done_and_whoever_asks_is_told_so() {
        platform.stack().kafka().stop();
        try {
            assertThat(ng.types("replay", "plan", "-s", "sync", "--consumer", CONSUMER)
                            .expect(6)
                            .err())
                    .contains("The broker does not answer, and nothing has been done.");
            assertThat(ng.types("status", "-s", "sync").expect(6).err()).contains("does not answer");
            ng.types("parked", "list", "-s", "sync").expect(0);
        } finally {
            platform.stack().kafka().start();
        }
    }

    @Test
    void nobody_approves_their_own_plan_and_nobody_else_is_an_operator() {
        customer.enable(INVESTMENT);
        try (Topics topics = new Topics(platform)) {
            topics.awaitQuiet();
        }
        JsonNode plan = ng.types("replay", "plan", "-s", "sync", "--consumer", CONSUMER, "-o", "json")
                .expect(0)
                .json();
        String id = plan.path("id").asText();
        String hash = plan.path("hash").asText();

        assertThat(ng.types("replay", "approve", "-s", "sync", id, "--hash", hash)
                        .expect(3)
                        .err())
                .contains("Ask a second person");
        lee.types("replay", "approve", "-s", "sync", id, "--hash", "0".repeat(64))
                .expect(3);
        assertThat(ng.types("history", "-s", "sync").out())
                .contains("refused: The author of a plan cannot approve it.");
    }

    @Test
    void a_rebuild_equals_the_live_copy_and_one_that_was_spoilt_is_swapped_out() throws Exception {
        customer.enable(INVESTMENT);
        customer.synchronise(INVESTMENT, MOBILE_BANKING).expect(200);
        try (Topics topics = new Topics(platform)) {
            topics.awaitQuiet();
        }
        String equal = rebuilt();
        JsonNode none =
                ng.types("rebuild", "diff", "-s", "sync", equal, "-o", "json").json();
        assertThat(none.path("different").asLong()).isZero();
        assertThat(none.path("onlyLive").asLong()).isZero();
        assertThat(none.path("same").asLong()).isPositive();
        ng.types("rebuild", "abort", "-s", "sync", equal, "--reason", "Equal", "--ticket", "OPS-3")
                .expect(0);
        inSync("update token_state set enabled = false where customer_id = '" + customer.id() + "'");

        String spoilt = rebuilt();
        JsonNode difference = difference(spoilt, 8);
        assertThat(difference.path("different").asLong()).isEqualTo(2);
        String[] swap = {
            "rebuild",
            "swap",
            "-s",
            "sync",
            spoilt,
            "--hash",
            difference.path("hash").asText(),
            "--reason",
            "Spoilt",
            "--ticket",
            "OPS-3"
        };
        ng.types(swap).expect(3);
        lee.types(swap).expect(0);

        String again = rebuilt();
        assertThat(difference(again, 0).path("equal").asBoolean()).isTrue();
        ng.types("rebuild", "abort", "-s", "sync", again, "--reason", "Equal", "--ticket", "OPS-3")
                .expect(0);
    }

    private String rebuilt() {
        String id = ng.types("rebuild", "plan", "-s", "sync", "--projection", "token-states", "-o", "json")
                .expect(0)
                .json()
                .path("id")
                .asText();
        ng.types("rebuild", "run", "-s", "sync", id, "--reason", "A journey", "--ticket", "OPS-3")
                .expect(0);
        return id;
    }

    private JsonNode difference(String rebuild, int status) {
        return ng.types("rebuild", "diff", "-s", "sync", rebuild, "-o", "json")
                .expect(status)
                .json();
    }

    private JsonNode replay(String service, String eventsPerSecond, String... selection) {
        return run(service, plan(service, selection), eventsPerSecond);
    }

    /** A plan that the second person has approved. */
    private JsonNode plan(String service, String... selection) {
        JsonNode plan = ng.types(with(selection, "replay", "plan", "-s", service, "-o", "json"))
                .expect(0)
                .json();
        lee.types(
                        "replay",
                        "approve",
                        "-s",
                        service,
                        plan.path("id").asText(),
                        "--hash",
                        plan.path("hash").asText())
                .expect(0);
        return plan;
    }

    private JsonNode run(String service, JsonNode plan, String eventsPerSecond, String... more) {
        return ng.types(with(
                        more,
                        "replay",
                        "run",
                        "-s",
                        service,
                        plan.path("id").asText(),
                        "--hash",
                        plan.path("hash").asText(),
                        "--reason",
                        "A journey",
                        "--ticket",
                        "OPS-2",
                        "--events-per-second",
                        eventsPerSecond,
                        "-o",
                        "json"))
                .expect(0)
                .json();
    }

    private JsonNode show(String id) {
        return ng.types("replay", "show", "-s", "sync", id, "-o", "json")
                .expect(0)
                .json();
    }

    private static String[] with(String[] more, String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return all;
    }

    private void inSync(String sql) throws SQLException {
        var database = platform.stack().database(ServiceName.SYNC);
        try (var connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
