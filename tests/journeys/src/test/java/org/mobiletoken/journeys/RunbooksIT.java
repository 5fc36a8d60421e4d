package org.mobiletoken.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiletoken.journeys.Platform.INVESTMENT;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mobiletoken.stack.ServiceName;

/** Runs every command of every runbook, after bringing about what the page is about. */
@ExtendWith(PlatformExtension.class)
class RunbooksIT {
    private static final String CONSUMER = "sync-token-states";
    private static final String TOPIC = "mobile-token.enrolment.v1";

    private final Platform platform;
    private final Operator ng;
    private final Operator lee;
    private final Map<String, String> variables = new HashMap<>();

    RunbooksIT(Platform platform) {
        this.platform = platform;
        this.ng = Operator.first(platform);
        this.lee = Operator.second(platform);
    }

    @Test
    void every_page_is_tested() throws IOException {
        try (Stream<Path> pages = Files.list(Path.of("../../docs/runbooks"))) {
            assertThat(pages.map(page -> page.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "README.md",
                            "requests-fail.md",
                            "requests-slow.md",
                            "apps-out-of-step.md",
                            "messages-not-sent.md",
                            "many-freezes.md",
                            "audit.md",
                            "consumer-stuck.md",
                            "outbox-growing.md",
                            "dead-letters.md",
                            "rebuild-a-projection.md",
                            "replay-for-a-new-consumer.md");
        }
    }

    @Test
    void a_consumer_that_is_stuck() {
        variables.put("CONSUMER", CONSUMER);
        park();
        variables.put("HALT", UUID.randomUUID().toString());
        inSync("insert into consumer_halt (id, consumer, because) values ('" + variables.get("HALT") + "', '" + CONSUMER
                + "', 'A journey')");

        run("consumer-stuck.md", command -> {
            if (command.contains(" retry ")) {
                inSync("drop function refuse() cascade");
            }
            if (command.contains(" skip ")) {
                park();
                inSync("drop function refuse() cascade");
                variables.put("EVENT", parkedKey().path("eventId").asText());
            }
            return 0;
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "outbox-growing.md",
                "requests-fail.md",
                "requests-slow.md",
                "apps-out-of-step.md",
                "messages-not-sent.md",
                "many-freezes.md",
                "audit.md"
            })
    void a_page_that_only_looks(String page) {
        run(page, _ -> 0);
    }

    @Test
    void dead_letters() {
        JourneyCustomer customer = new JourneyCustomer(platform);
        platform.forge(TOPIC, "mobile-token.enrolment.TokenEnabled.v1", customer.id(), "scribble");
        JsonNode letter = Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> letterOf(customer), found -> found.has("cause"));
        variables.put("CAUSE", letter.path("cause").asText());
        variables.put(
                "LETTER",
                letter.path("partition").asText() + "@" + letter.path("offset").asText());

        run("dead-letters.md", command -> command.contains(" redrive ") ? 3 : 0);

        assertThat(letterOf(customer).has("cause")).isFalse();
    }

    @Test
    void a_replay_for_a_new_consumer() {
        new JourneyCustomer(platform).enable(INVESTMENT);
        platform.forge("mobile-token.lockout.v1", "mobile-token.lockout.SomethingNew.v1", "load-99", "{}");
        try (Topics topics = new Topics(platform)) {
            topics.awaitQuiet();
        }

        run("replay-for-a-new-consumer.md", command -> command.contains(" abort ") ? 3 : 0);
    }

    @Test
    void a_projection_to_rebuild() {
        JourneyCustomer customer = new JourneyCustomer(platform);
        customer.enable(INVESTMENT);
        try (Topics topics = new Topics(platform)) {
            topics.awaitQuiet();
        }
        inSync("update token_state set enabled = false where customer_id = '" + customer.id() + "'");

        run("rebuild-a-projection.md", command -> {
            if (command.contains(" diff ")) {
                return 8;
            }
            return command.contains(" abort ") ? 3 : 0;
        });
    }

    /** Runs the commands of a page; the function prepares each and says its exit status. */
    private void run(String page, Function<String, Integer> prepare) {
        for (String command : Runbook.read(page).commands()) {
            int expected = prepare.apply(command);
            Operator who = command.contains(" approve ") || command.contains(" swap ") ? lee : ng;
            Operator.Result result = who.types(Runbook.arguments(command, variables));
            assertThat(result.status())
                    .as(command + "\n" + result.out() + result.err())
                    .isEqualTo(expected);
            if (command.contains("replay plan")) {
                variables.put("PLAN", valueOf("replay", result));
                variables.put("HASH", valueOf("hash", result));
            } else if (command.contains("rebuild plan")) {
                variables.put("REBUILD", valueOf("id", result));
            } else if (command.contains("rebuild diff")) {
                variables.put("HASH", valueOf("hash", result));
            }
        }
    }

    private static String valueOf(String what, Operator.Result result) {
        return result.out()
                .lines()
                .filter(line -> line.startsWith(what + " "))
                .map(line -> line.substring(what.length()).strip())
                .findFirst()
                .orElseThrow();
    }

    /** Makes the events of another customer fail until the trigger is gone. */
    private void park() {
        JourneyCustomer customer = new JourneyCustomer(platform);
        inSync("""
                create function refuse() returns trigger language plpgsql as
                $$ begin if new.customer_id = '%s' then raise 'not now'; end if; return new; end $$""".formatted(customer.id()));
        inSync("create trigger refuse before insert or update on token_state for each row execute function refuse()");
        variables.put("KEY", customer.id());
        customer.enable(INVESTMENT);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> parkedKey().has("eventId"));
    }

    private JsonNode parkedKey() {
        JsonNode keys =
                ng.types("parked", "list", "-s", "sync", "-o", "json").expect(0).json();
        for (JsonNode key : keys) {
            if (key.path("key").asText().equals(variables.get("KEY"))) {
                return key;
            }
        }
        return keys.path("none");
    }

    private JsonNode letterOf(JourneyCustomer customer) {
        JsonNode letters = ng.types("dead-letters", "list", "-s", "sync", "--each", "-o", "json")
                .expect(0)
                .json();
        for (JsonNode letter : letters) {
            if (letter.path("key").asText().equals(customer.id())) {
                return letter;
            }
        }
        return letters.path("none");
    }

    private void inSync(String sql) {
        var database = platform.stack().database(ServiceName.SYNC);
        try (var connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
