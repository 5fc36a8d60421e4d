package org.mobiletoken.lockout.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mobiletoken.lockout.rules.Lockout.FrozenUntil;
import org.mobiletoken.lockout.rules.Lockout.Open;

class WrongInARowTest {

    private static final Duration DAY = Duration.ofHours(24);

    private final Story story = new Story();

    @Test
    void an_untouched_customer_has_six_attempts() {
        assertThat(story.attemptsLeft()).isEqualTo(6);
    }

    @Test
    void the_fifth_wrong_passcode_leaves_one_attempt() {
        var verdict = story.wrong(4).wrong();
        assertThat(verdict).isEqualTo(new Verdict(Outcome.REJECTED, 1, null));
        assertThat(story.state()).isInstanceOf(Open.class);
        assertThat(story.facts(Fact.Froze.class)).isEmpty();
    }

    @Test
    void the_sixth_wrong_passcode_freezes_for_24_hours_and_says_so() {
        var verdict = story.wrong(5).wrong();
        var until = Story.START.plus(DAY);
        assertThat(verdict)
                .isEqualTo(new Verdict(Outcome.REJECTED, 0, new Verdict.Freeze(FreezeKind.TEMPORARY, until)));
        assertThat(story.state()).isInstanceOfSatisfying(FrozenUntil.class, freeze -> {
            assertThat(freeze.until()).isEqualTo(until);
            assertThat(freeze.frozenAt()).isEqualTo(Story.START);
            assertThat(freeze.kind()).isEqualTo(FreezeKind.TEMPORARY);
            assertThat(freeze.freezeId()).isEqualTo(FreezeId.causedBy(Story.attempt(6)));
        });
        assertThat(story.facts(Fact.Froze.class)).hasSize(1);
        assertThat(story.attemptsLeft()).isZero();
    }

    @Test
    void the_sixth_wrong_passcode_is_recorded_before_the_freeze() {
        story.wrong(6);
        assertThat(story.facts().subList(10, 13))
                .hasExactlyElementsOfTypes(Fact.Reserved.class, Fact.Settled.class, Fact.Froze.class);
        assertThat(story.facts()).allSatisfy(fact -> assertThat(fact.at()).isEqualTo(Story.START));
    }

    @Test
    void a_right_passcode_clears_the_count_in_a_row_but_not_the_wrong_ones_of_the_window() {
        var verdict = story.wrong(5).enter(Outcome.ACCEPTED);
        assertThat(verdict).isEqualTo(new Verdict(Outcome.ACCEPTED, 6, null));
        assertThat(story.state())
                .isEqualTo(new Open(
                        0,
                        new WrongPasscodes(List.of(Story.START, Story.START, Story.START, Story.START, Story.START))));
        assertThat(story.wrong(5).state()).isInstanceOf(Open.class);
    }

    @Test
    void a_right_passcode_leaves_open_reservations_alone() {
        var open = story.reserved();
        story.right();
        assertThat(story.open()).extracting(OpenAttempt::id).containsExactly(open);
    }

    @Test
    void frozen_until_one_millisecond_before_the_end() {
        story.wrong(6).pass(DAY.minusMillis(1));
        assertThat(story.reserve()).isInstanceOf(Reservation.CustomerFrozen.class);
        assertThat(story.facts(Fact.Unfroze.class)).isEmpty();
    }

    @Test
    void exactly_at_the_end_the_freeze_is_over() {
        story.wrong(6).pass(DAY);
        assertThat(story.reserve()).isInstanceOf(Reservation.Granted.class);
    }

    @Test
    void a_natural_end_clears_the_count_in_a_row_keeps_the_wrong_ones_and_is_recorded_once_at_its_instant() {
        story.wrong(6).pass(DAY.plusHours(3));
        assertThat(story.state()).isInstanceOfSatisfying(Open.class, open -> {
            assertThat(open.consecutive()).isZero();
            assertThat(open.wrong().at()).hasSize(6);
        });
        story.state();
        assertThat(story.facts(Fact.Unfroze.class))
                .containsExactly(new Fact.Unfroze(
                        FreezeId.causedBy(Story.attempt(6)), EndOfFreeze.EXPIRED, Story.START.plus(DAY)));
    }

    @Test
    void nothing_prolongs_a_freeze() {
        story.wrong(6).pass(Duration.ofHours(1));
        var refused = story.reserve();
        assertThat(refused)
                .isInstanceOfSatisfying(
                        Reservation.CustomerFrozen.class,
                        frozen -> assertThat(((FrozenUntil) frozen.freeze()).until())
                                .isEqualTo(Story.START.plus(DAY)));
        assertThat(story.facts(Fact.Reserved.class)).hasSize(6);
    }

    @Test
    void a_clock_set_back_five_minutes_opens_nothing() {
        story.wrong(6).pass(Duration.ofMinutes(-5));
        assertThat(story.reserve()).isInstanceOf(Reservation.CustomerFrozen.class);
        assertThat(story.facts(Fact.Unfroze.class)).isEmpty();
    }
}
