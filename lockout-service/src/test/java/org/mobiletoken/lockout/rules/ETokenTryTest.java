package org.mobiletoken.lockout.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiletoken.lockout.rules.CodeVerdict.RIGHT;
import static org.mobiletoken.lockout.rules.CodeVerdict.UNKNOWN;
import static org.mobiletoken.lockout.rules.CodeVerdict.WRONG;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mobiletoken.lockout.rules.ETokenTry.Result;
import org.mobiletoken.lockout.rules.ETokenWay.OpenTry;
import org.mobiletoken.lockout.rules.Lockout.FrozenForGood;
import org.mobiletoken.lockout.rules.Lockout.FrozenUntil;

class ETokenTryTest {

    private static final FreezeId FREEZE = new FreezeId(new UUID(1, 1));
    private static final Instant START = Story.START;
    private static final Lockout FOR_GOOD = new FrozenForGood(FREEZE, START, WrongPasscodes.NONE);
    private static final ETokenRules RULES = new ETokenRules(ETokenPolicy.BANK, LockoutPolicy.BANK, WaysOut.BANK);

    private final List<Fact> facts = new ArrayList<>();
    private Lockout state = FOR_GOOD;
    private ETokenWay way = ETokenWay.UNUSED;
    private boolean hasEToken = true;
    private Instant now = START;
    private long lastTry;

    private static UUID id(long number) {
        return new UUID(0, number);
    }

    private Result open(FreezeId freeze) {
        return keep(ETokenTry.open(
                id(++lastTry), freeze, hasEToken, way, CustomerLockout.of(state, List.of()), now, RULES));
    }

    private Result settle(UUID id, CodeVerdict verdict) {
        return keep(ETokenTry.settle(
                id, FREEZE, hasEToken, verdict, way, CustomerLockout.of(state, List.of()), now, RULES));
    }

    private Result enter(CodeVerdict verdict) {
        assertThat(open(FREEZE)).isInstanceOf(ETokenTry.Opened.class);
        return settle(id(lastTry), verdict);
    }

    private Result keep(ETokenTry tried) {
        state = tried.after().state();
        facts.addAll(tried.after().facts());
        way = tried.way();
        return tried.result();
    }

    private void wrong(int times) {
        for (int i = 0; i < times; i++) {
            enter(WRONG);
        }
    }

    @Test
    void a_right_code_lifts_a_permanent_freeze() {
        assertThat(enter(RIGHT)).isEqualTo(new ETokenTry.Lifted());
        assertThat(state).isEqualTo(Lockout.UNTOUCHED);
        assertThat(facts).containsExactly(new Fact.Unfroze(FREEZE, EndOfFreeze.E_TOKEN, START));
        assertThat(way).isEqualTo(new ETokenWay(0, null, START));
    }

    @Test
    void an_opened_try_may_take_thirty_seconds() {
        assertThat(open(FREEZE)).isEqualTo(new ETokenTry.Opened(new OpenTry(id(1), START.plusSeconds(30))));
        assertThat(state).isEqualTo(FOR_GOOD);
        now = START.plusSeconds(30).minusMillis(1);
        assertThat(settle(id(1), RIGHT)).isEqualTo(new ETokenTry.Lifted());
    }

    @Test
    void a_try_that_is_not_settled_by_its_deadline_counts_as_wrong_and_lifts_nothing() {
        open(FREEZE);
        now = START.plusSeconds(30);
        assertThat(settle(id(1), RIGHT)).isEqualTo(new ETokenTry.NotVerified());
        assertThat(state).isEqualTo(FOR_GOOD);
        assertThat(way).isEqualTo(new ETokenWay(1, null, null));
    }

    @Test
    void an_abandoned_try_counts_once_and_makes_room_for_the_next() {
        open(FREEZE);
        now = START.plusSeconds(29);
        assertThat(open(FREEZE)).isEqualTo(new ETokenTry.Busy(START.plusSeconds(30)));
        now = START.plusSeconds(30);
        assertThat(enter(WRONG)).isEqualTo(new ETokenTry.WrongCode(4));
    }

    @Test
    void a_try_is_settled_only_by_itself() {
        open(FREEZE);
        assertThat(settle(id(9), RIGHT)).isEqualTo(new ETokenTry.NotVerified());
        assertThat(way.hasOpen(id(1))).isTrue();
        settle(id(1), WRONG);
        assertThat(settle(id(1), RIGHT)).isEqualTo(new ETokenTry.NotVerified());
        assertThat(way.wrongCodes()).isEqualTo(1);
    }

    @Test
    void six_wrong_codes_close_the_way_and_the_sixth_answer_says_that_none_is_left() {
        wrong(4);
        assertThat(enter(WRONG)).isEqualTo(new ETokenTry.WrongCode(1));
        assertThat(way.isClosed(ETokenPolicy.BANK)).isFalse();
        assertThat(enter(WRONG)).isEqualTo(new ETokenTry.WrongCode(0));
        assertThat(way.isClosed(ETokenPolicy.BANK)).isTrue();
        now = now.plus(Duration.ofDays(1000));
        assertThat(open(FREEZE)).isEqualTo(new ETokenTry.WayClosed());
        assertThat(way.wrongCodes()).isEqualTo(6);
    }

    @Test
    void the_sixth_code_may_be_right_and_the_wrong_ones_stay_counted() {
        wrong(5);
        assertThat(enter(RIGHT)).isEqualTo(new ETokenTry.Lifted());
        assertThat(way.wrongCodes()).isEqualTo(5);
    }

    @Test
    void a_way_that_is_closed_stays_so_without_an_e_token_too() {
        wrong(6);
        hasEToken = false;
        assertThat(open(FREEZE)).isEqualTo(new ETokenTry.WayClosed());
    }

    @Test
    void an_unknown_verdict_costs_nothing_and_lifts_nothing() {
        assertThat(enter(UNKNOWN)).isEqualTo(new ETokenTry.NotVerified());
        assertThat(way).isEqualTo(ETokenWay.UNUSED);
        assertThat(state).isEqualTo(FOR_GOOD);
    }

    @Test
    void one_e_token_unfreezing_in_24_hours() {
        enter(RIGHT);
        state = FOR_GOOD;
        now = START.plus(Duration.ofHours(24)).minusMillis(1);
        assertThat(open(FREEZE)).isEqualTo(new ETokenTry.TooSoon(START.plus(Duration.ofHours(24))));
        now = START.plus(Duration.ofHours(24));
        assertThat(enter(RIGHT)).isEqualTo(new ETokenTry.Lifted());
    }

    @Test
    void wrong_codes_do_not_hide_when_the_last_unfreezing_was() {
        enter(RIGHT);
        state = FOR_GOOD;
        now = START.plus(Duration.ofHours(24));
        enter(WRONG);
        assertThat(way).isEqualTo(new ETokenWay(1, null, START));
    }

    @Test
    void a_customer_without_an_e_token_opens_nothing() {
        hasEToken = false;
        assertThat(open(FREEZE)).isEqualTo(new ETokenTry.NoEToken());
        assertThat(way).isEqualTo(ETokenWay.UNUSED);
    }

    @ParameterizedTest
    @EnumSource(CodeVerdict.class)
    void an_e_token_that_was_taken_away_meanwhile_lifts_and_costs_nothing(CodeVerdict verdict) {
        open(FREEZE);
        hasEToken = false;
        assertThat(settle(id(1), verdict)).isEqualTo(new ETokenTry.NoEToken());
        assertThat(way).isEqualTo(ETokenWay.UNUSED);
        assertThat(state).isEqualTo(FOR_GOOD);
    }

    @Test
    void a_temporary_freeze_is_not_lifted_by_an_e_token() {
        state = new FrozenUntil(FREEZE, START, START.plus(Duration.ofHours(24)), WrongPasscodes.NONE);
        assertThat(open(FREEZE)).isEqualTo(new ETokenTry.WayClosed());
        now = START.plus(Duration.ofHours(24));
        assertThat(open(FREEZE)).isEqualTo(new ETokenTry.NotInForce());
        assertThat(facts).hasSize(1);
    }

    @Test
    void another_freeze_and_no_freeze_are_not_lifted() {
        assertThat(open(new FreezeId(new UUID(2, 2)))).isEqualTo(new ETokenTry.NotInForce());
        state = Lockout.UNTOUCHED;
        assertThat(open(FREEZE)).isEqualTo(new ETokenTry.NotInForce());
        assertThat(way).isEqualTo(ETokenWay.UNUSED);
    }

    @ParameterizedTest
    @EnumSource(CodeVerdict.class)
    void a_freeze_that_ended_while_the_code_was_verified_costs_nothing(CodeVerdict verdict) {
        open(FREEZE);
        state = Lockout.UNTOUCHED;
        assertThat(settle(id(1), verdict)).isEqualTo(new ETokenTry.NotInForce());
        assertThat(way).isEqualTo(ETokenWay.UNUSED);
    }

    @ParameterizedTest
    @EnumSource(CodeVerdict.class)
    void a_way_that_the_settings_closed_meanwhile_costs_nothing(CodeVerdict verdict) {
        open(FREEZE);
        state = new FrozenUntil(FREEZE, START, START.plusSeconds(60), WrongPasscodes.NONE);
        assertThat(settle(id(1), verdict)).isEqualTo(new ETokenTry.WayClosed());
        assertThat(way).isEqualTo(ETokenWay.UNUSED);
    }
}
