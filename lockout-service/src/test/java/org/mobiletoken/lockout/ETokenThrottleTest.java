package org.mobiletoken.lockout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.mobiletoken.lockout.ETokenClient.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mobiletoken.lockout.rules.CustomerId;
import org.mobiletoken.lockout.rules.FreezeId;
import org.mobiletoken.testing.KafkaResource;
import org.mobiletoken.testing.MovableClock;
import org.mobiletoken.testing.PostgresResource;
import org.mobiletoken.testing.TokensResource;

@QuarkusTest
@TestProfile(PermanentAtSix.class)
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokensResource.class)
class ETokenThrottleTest {

    private final String serial = ETokenClient.newSerial();
    private final String customer = LockoutClient.newCustomer();
    private final ETokenClient eToken = new ETokenClient(customer);
    private final LoadETokens loadETokens;
    private final ETokenTries tries;
    private final MovableClock clock;

    ETokenThrottleTest(LoadETokens loadETokens, ETokenTries tries, MovableClock clock) {
        this.loadETokens = loadETokens;
        this.tries = tries;
        this.clock = clock;
    }

    @BeforeEach
    void hand_out_a_counting_e_token() throws Exception {
        loadETokens.load(List.of(ETokenClient.counted(serial)));
        eToken.assign(serial).statusCode(200);
    }

    @Test
    void six_wrong_codes_close_the_way_until_the_branch_lifts_a_freeze() throws Exception {
        var freeze = eToken.frozen();
        for (int left = 5; left >= 0; left--) {
            problem(eToken.unfreeze(freeze, "000000"), 422, "wrong-e-token-code")
                    .body("triesLeft", equalTo(left));
        }
        problem(eToken.unfreeze(freeze, ETokenClient.code(0)), 409, "way-closed");
        eToken.freeze().body("waysOut", contains("BRANCH"));
        eToken.history().body("lines.kind", hasItem("E_TOKEN_CODE_WRONG")).body("lines.cause", hasItem("0 left"));
        clock.advance(Duration.ofDays(400));
        problem(eToken.unfreeze(freeze, ETokenClient.code(0)), 409, "way-closed");
        eToken.unfreezeAtTheBranch(freeze);
        eToken.unfreeze(eToken.frozen(), ETokenClient.code(0)).statusCode(200);
    }

    @Test
    void one_code_in_twenty_parallel_requests_is_accepted_once() throws Exception {
        var freeze = eToken.frozen();
        var code = ETokenClient.code(0);
        var statuses = atOnce(Collections.nCopies(
                20, () -> eToken.unfreeze(freeze, code).extract().statusCode()));
        assertThat(Collections.frequency(statuses, 200)).isEqualTo(1);
        assertThat(statuses).isSubsetOf(200, 409, 429);
        clock.advance(Duration.ofHours(24));
        problem(eToken.unfreeze(eToken.frozen(), "000000"), 422, "wrong-e-token-code")
                .body("triesLeft", equalTo(5));
    }

    @Test
    void of_many_parallel_guesses_no_more_than_six_are_evaluated() throws Exception {
        var freeze = eToken.frozen();
        var guesses = new ArrayList<Callable<Integer>>();
        for (int guess = 0; guess < 40; guess++) {
            var code = "%06d".formatted(guess);
            guesses.add(() -> eToken.unfreeze(freeze, code).extract().statusCode());
        }
        var statuses = atOnce(guesses);
        assertThat(statuses).isSubsetOf(409, 422, 429);
        assertThat(Collections.frequency(statuses, 422)).isBetween(1, 6);
        int evaluated = Collections.frequency(statuses, 422);
        for (int left = 5 - evaluated; left >= 0; left--) {
            problem(eToken.unfreeze(freeze, "000000"), 422, "wrong-e-token-code")
                    .body("triesLeft", equalTo(left));
        }
        problem(eToken.unfreeze(freeze, ETokenClient.code(0)), 409, "way-closed");
    }

    @Test
    void a_code_whose_verification_was_cut_off_holds_the_next_up_and_then_counts_as_wrong() throws Exception {
        var freeze = eToken.frozen();
        tries.open(new CustomerId(customer), UUID.randomUUID(), new FreezeId(UUID.fromString(freeze)));
        problem(eToken.unfreeze(freeze, ETokenClient.code(0)), 429, "too-many-open")
                .header("Retry-After", Integer::parseInt, lessThanOrEqualTo(30));
        clock.advance(Duration.ofSeconds(30));
        problem(eToken.unfreeze(freeze, "000000"), 422, "wrong-e-token-code").body("triesLeft", equalTo(4));
        eToken.history()
                .body("lines.kind", hasItem("E_TOKEN_CODE_ABANDONED"))
                .body("lines.kind", hasItem("E_TOKEN_CODE_WRONG"));
        eToken.unfreeze(freeze, ETokenClient.code(0)).statusCode(200);
    }

    @Test
    void an_e_token_lifts_one_freeze_in_24_hours() throws Exception {
        var start = clock.instant();
        clock.standStillAt(start);
        eToken.unfreeze(eToken.frozen(), ETokenClient.code(0)).statusCode(200);
        clock.standStillAt(start.plus(Duration.ofHours(23)));
        var freeze = eToken.frozen();
        int wait = Integer.parseInt(
                problem(eToken.unfreeze(freeze, ETokenClient.code(1)), 429, "e-token-unfreeze-too-soon")
                        .extract()
                        .header("Retry-After"));
        assertThat(wait).isBetween(3500, 3660);
        clock.standStillAt(start.plus(Duration.ofHours(24).plusMinutes(1)));
        eToken.unfreeze(freeze, ETokenClient.code(1)).statusCode(200);
    }

    @Test
    void a_repeated_request_with_the_same_idempotency_key_costs_one_try() {
        var freeze = eToken.frozen();
        var key = UUID.randomUUID().toString();
        var left = new HashSet<Integer>();
        for (int i = 0; i < 2; i++) {
            left.add(LockoutClient.as(eToken.session())
                    .header("Idempotency-Key", key)
                    .body(Map.of("freezeId", freeze, "code", "000000"))
                    .post("/v1/e-token-unfreezes")
                    .then()
                    .statusCode(422)
                    .extract()
                    .path("triesLeft"));
        }
        assertThat(left).containsExactly(5);
        eToken.history().body("lines.kind.findAll { it == 'E_TOKEN_CODE_WRONG' }.size()", equalTo(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abcdef", "12345", "1234567890", "123456789012345678901234567890123", "12345a"})
    void what_is_no_code_is_malformed_and_costs_no_try(String code) throws Exception {
        var freeze = eToken.frozen();
        problem(eToken.unfreeze(freeze, code), 400, "malformed").body("fields", contains("code"));
        problem(eToken.unfreeze(freeze, ETokenClient.code(0), "x"), 400, "malformed")
                .body("fields", contains("nextCode"));
        problem(eToken.unfreeze(freeze, "000000"), 422, "wrong-e-token-code").body("triesLeft", equalTo(5));
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<T>();
            for (var future : threads.invokeAll(calls)) {
                results.add(future.get());
            }
            return results;
        }
    }
}
