package org.mobiletoken.lockout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.mobiletoken.lockout.ETokenClient.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mobiletoken.events.EventTypes;
import org.mobiletoken.events.Topics;
import org.mobiletoken.events.lockout.TokenUnfrozen;
import org.mobiletoken.testing.KafkaProbe;
import org.mobiletoken.testing.KafkaResource;
import org.mobiletoken.testing.MovableClock;
import org.mobiletoken.testing.PostgresResource;
import org.mobiletoken.testing.TokensResource;

@QuarkusTest
@TestProfile(PermanentAtSix.class)
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokensResource.class)
class UnfreezingByETokenTest {

    private static KafkaProbe kafka;

    private final String customer = LockoutClient.newCustomer();
    private final String serial = ETokenClient.newSerial();
    private final ETokenClient eToken = new ETokenClient(customer);
    private final LockoutClient lockout = new LockoutClient();
    private final LoadETokens loadETokens;
    private final MovableClock clock;

    UnfreezingByETokenTest(LoadETokens loadETokens, MovableClock clock) {
        this.loadETokens = loadETokens;
        this.clock = clock;
    }

    @BeforeAll
    static void listen() {
        kafka = KafkaProbe.open();
    }

    @AfterAll
    static void close() {
        kafka.close();
    }

    @BeforeEach
    void hand_out_a_counting_e_token() throws Exception {
        loadETokens.load(List.of(ETokenClient.counted(serial)));
        eToken.assign(serial).statusCode(200);
    }

    @Test
    void a_right_code_lifts_the_freeze_once_and_everybody_hears_of_it() throws Exception {
        var freeze = eToken.frozen();
        eToken.freeze()
                .body("kind", equalTo("PERMANENT"))
                .body("freezeId", notNullValue())
                .body("waysOut", contains("BRANCH", "E_TOKEN"));
        String unfreeze = eToken.unfreeze(freeze, ETokenClient.code(0))
                .statusCode(200)
                .extract()
                .path("unfreezeId");
        lockout.freeze(customer).body("frozen", equalTo(false));
        eToken.freeze().body("frozen", equalTo(false)).body("waysOut", nullValue());
        lockout.wrong(customer).body("attemptsLeft", equalTo(5));
        problem(eToken.unfreeze(freeze, ETokenClient.code(1)), 409, "freeze-over");
        eToken.history()
                .body("lines.kind", hasItems("E_TOKEN_ASSIGNED", "E_TOKEN_CODE_ACCEPTED", "UNFROZEN"))
                .body("lines.find { it.kind == 'E_TOKEN_CODE_ACCEPTED' }.reference", equalTo(unfreeze))
                .body("lines.find { it.kind == 'E_TOKEN_CODE_ACCEPTED' }.actor", equalTo("customer"))
                .body("lines.find { it.kind == 'UNFROZEN' }.cause", equalTo("E_TOKEN"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(unfrozenEvents())
                        .singleElement()
                        .extracting(TokenUnfrozen::reason)
                        .isEqualTo(TokenUnfrozen.Reason.E_TOKEN));
    }

    @Test
    void a_replayed_code_is_a_wrong_code() throws Exception {
        eToken.unfreeze(eToken.frozen(), ETokenClient.code(3)).statusCode(200);
        clock.advance(Duration.ofHours(24));
        var freeze = eToken.frozen();
        problem(eToken.unfreeze(freeze, ETokenClient.code(3)), 422, "wrong-e-token-code");
        problem(eToken.unfreeze(freeze, ETokenClient.code(2)), 422, "wrong-e-token-code");
        problem(eToken.unfreeze(freeze, ETokenClient.code(2), ETokenClient.code(3)), 422, "wrong-e-token-code");
        eToken.unfreeze(freeze, ETokenClient.code(4)).statusCode(200);
    }

    @Test
    void a_clock_that_has_drifted_is_found_again_by_two_codes_in_a_row() throws Exception {
        var clockwork = withTimedEToken();
        clock.standStillAt(Instant.parse("2026-11-25T08:00:10Z"));
        var ahead = clock.instant().plus(ETokenClient.STEP.multipliedBy(9));
        var freeze = eToken.frozen();
        problem(clockwork.unfreeze(freeze, ETokenClient.code(ahead)), 422, "wrong-e-token-code");
        problem(
                clockwork.unfreeze(freeze, ETokenClient.code(ahead), ETokenClient.code(ahead)),
                422,
                "wrong-e-token-code");
        clockwork
                .unfreeze(freeze, ETokenClient.code(ahead), ETokenClient.code(ahead.plus(ETokenClient.STEP)))
                .statusCode(200);
        clock.advance(Duration.ofHours(25));
        var later = clock.instant().plus(ETokenClient.STEP.multipliedBy(10));
        clockwork.unfreeze(eToken.frozen(), ETokenClient.code(later)).statusCode(200);
    }

    @Test
    void a_code_may_be_typed_with_blanks_and_full_width_digits() throws Exception {
        var freeze = eToken.frozen();
        var code = ETokenClient.code(0);
        var wide = code.chars()
                .mapToObj(digit -> Character.toString(digit - '0' + '０'))
                .toList();
        eToken.unfreeze(freeze, " " + String.join("", wide.subList(0, 3)) + "　" + String.join("", wide.subList(3, 6)))
                .statusCode(200);
    }

    @Test
    void a_code_of_another_customers_e_token_is_wrong() throws Exception {
        var freeze = eToken.frozen();
        var other = new ETokenClient(LockoutClient.newCustomer());
        var otherSerial = ETokenClient.newSerial();
        loadETokens.load(List.of(ETokenClient.timed(otherSerial)));
        other.assign(otherSerial).statusCode(200);
        problem(eToken.unfreeze(freeze, ETokenClient.code(clock.instant())), 422, "wrong-e-token-code");
        problem(other.unfreeze(freeze, ETokenClient.code(clock.instant())), 404, "not-found");
        eToken.freeze().body("frozen", equalTo(true));
    }

    @Test
    void a_temporary_freeze_is_left_to_the_branch() throws Exception {
        for (int i = 0; i < 5; i++) {
            lockout.reserved(customer);
        }
        clock.advance(Duration.ofSeconds(31));
        lockout.reserved(customer);
        clock.advance(Duration.ofSeconds(31));
        String freeze = eToken.freeze()
                .body("kind", equalTo("TEMPORARY"))
                .body("frozenUntil", notNullValue())
                .body("waysOut", contains("BRANCH"))
                .extract()
                .path("freezeId");
        problem(eToken.unfreeze(freeze, ETokenClient.code(0)), 409, "way-closed");
        problem(eToken.unfreeze(UUID.randomUUID().toString(), ETokenClient.code(0)), 404, "not-found");
    }

    @Test
    void no_code_is_ever_kept_or_told() {
        var freeze = eToken.frozen();
        var answer = eToken.unfreeze(freeze, "135791").extract().asString();
        assertThat(answer).doesNotContain("135791");
        eToken.history().body("lines.cause", not(hasItem("135791"))).body("lines.kind", hasItem("E_TOKEN_CODE_WRONG"));
    }

    private ETokenClient withTimedEToken() throws Exception {
        eToken.takeAway().statusCode(204);
        var timed = ETokenClient.newSerial();
        loadETokens.load(List.of(ETokenClient.timed(timed)));
        eToken.assign(timed).statusCode(200);
        return eToken;
    }

    private List<TokenUnfrozen> unfrozenEvents() {
        return kafka.records(Topics.LOCKOUT, customer).stream()
                .filter(record -> KafkaProbe.type(record).equals(EventTypes.of(TokenUnfrozen.class)))
                .flatMap(record -> EventTypes.parse(KafkaProbe.type(record), record.value()).stream())
                .map(TokenUnfrozen.class::cast)
                .toList();
    }
}
