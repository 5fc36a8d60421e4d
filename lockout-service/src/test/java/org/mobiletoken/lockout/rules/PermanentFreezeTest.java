package org.mobiletoken.lockout.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mobiletoken.lockout.rules.Lockout.FrozenForGood;
import org.mobiletoken.lockout.rules.Lockout.FrozenUntil;
import org.mobiletoken.lockout.rules.Lockout.Open;

class PermanentFreezeTest {

    private static final Duration WINDOW = Duration.ofDays(180);

    private static Story after(int wrong) {
        return new Story(LockoutPolicy.BANK, new Open(0, new WrongPasscodes(Collections.nCopies(wrong, Story.START))));
    }

    @Test
    void the_seventeenth_wrong_passcode_leaves_one() {
        var story = after(16);
        assertThat(story.wrong().attemptsLeft()).isEqualTo(1);
        assertThat(story.state()).isInstanceOf(Open.class);
    }

    @Test
    void the_eighteenth_wrong_passcode_within_the_window_freezes_for_good() {
        var story = after(17);
        var verdict = story.pass(WINDOW.minusMillis(1)).wrong();
        assertThat(verdict).isEqualTo(new Verdict(Outcome.REJECTED, 0, new Verdict.Freeze(FreezeKind.PERMANENT, null)));
        assertThat(story.facts(Fact.Froze.class)).singleElement().satisfies(froze -> {
            assertThat(froze.freeze().kind()).isEqualTo(FreezeKind.PERMANENT);
            assertThat(froze.at()).isEqualTo(story.now());
            assertThat(froze.freeze().freezeId()).isEqualTo(FreezeId.causedBy(Story.attempt(1)));
        });
    }

    @Test
    void a_wrong_passcode_no_longer_counts_exactly_at_the_end_of_its_window() {
        var story = after(17);
        story.pass(WINDOW);
        assertThat(story.wrong().attemptsLeft()).isEqualTo(5);
        assertThat(story.state().wrong().at()).containsExactly(story.now());
    }

    @Test
    void a_wrong_passcode_that_reaches_both_limits_freezes_for_good_and_only_that() {
        var story = after(12);
        story.wrong(5);
        assertThat(story.wrong().freeze()).isEqualTo(new Verdict.Freeze(FreezeKind.PERMANENT, null));
        assertThat(story.facts(Fact.Froze.class)).hasSize(1);
        assertThat(story.state()).isInstanceOf(FrozenForGood.class);
    }

    @Test
    void a_permanent_freeze_does_not_end_by_itself() {
        var story = after(17);
        story.wrong();
        story.pass(Duration.ofDays(3000));
        assertThat(story.reserve()).isInstanceOf(Reservation.CustomerFrozen.class);
        assertThat(story.facts(Fact.Unfroze.class)).isEmpty();
    }

    @Test
    void three_temporary_freezes_in_the_window_make_a_permanent_one() {
        var story = new Story();
        for (int i = 0; i < 3; i++) {
            story.wrong(6).pass(Duration.ofHours(24));
        }
        assertThat(story.facts(Fact.Froze.class))
                .extracting(froze -> froze.freeze().kind())
                .containsExactly(FreezeKind.TEMPORARY, FreezeKind.TEMPORARY, FreezeKind.PERMANENT);
    }

    @Test
    void the_customer_is_warned_at_six_and_at_one_attempt_left_and_at_no_other() {
        var story = new Story();
        for (int i = 0; i < 18; i++) {
            story.wrong();
            if (i < 17) {
                story.goTo(story.state() instanceof FrozenUntil freeze ? freeze.until() : story.now());
            }
        }
        assertThat(story.facts(Fact.Warned.class))
                .extracting(Fact.Warned::attemptsLeft)
                .containsExactly(6, 1);
    }

    @Test
    void a_warning_stands_between_the_wrong_passcode_and_the_freeze_it_also_caused() {
        var story = after(6);
        story.wrong(6);
        assertThat(story.facts().subList(10, 14))
                .hasExactlyElementsOfTypes(
                        Fact.Reserved.class, Fact.Settled.class, Fact.Warned.class, Fact.Froze.class);
        assertThat(story.facts().get(12)).isEqualTo(new Fact.Warned(6, story.now()));
    }

    @Test
    void a_right_passcode_warns_nobody() {
        var story = after(12);
        story.right();
        assertThat(story.facts(Fact.Warned.class)).isEmpty();
    }

    @Test
    void a_limit_made_stricter_takes_hold_at_the_next_wrong_passcode_and_locks_nobody_out() {
        var strict = new LockoutPolicy(6, Duration.ofHours(24), 8, WINDOW, Duration.ofSeconds(30), Set.of(6, 1));
        var story = after(12).under(strict);
        assertThat(story.attemptsLeft()).isEqualTo(1);
        var only = story.reserved();
        assertThat(story.reserve()).isInstanceOf(Reservation.TooManyOpen.class);
        story.settle(only, Outcome.REJECTED);
        assertThat(story.state()).isInstanceOf(FrozenForGood.class);
    }

    @Test
    void open_attempts_fill_up_what_is_left_before_a_permanent_freeze() {
        var story = after(15);
        story.reserved();
        story.reserved();
        story.reserved();
        assertThat(story.reserve()).isInstanceOf(Reservation.TooManyOpen.class);
    }

    @Test
    void wrong_passcodes_out_of_the_window_leave_room_for_open_attempts() {
        var story = after(17);
        story.pass(WINDOW);
        for (int i = 0; i < 6; i++) {
            story.reserved();
        }
        assertThat(story.reserve()).isInstanceOf(Reservation.TooManyOpen.class);
    }

    @Test
    void crashes_alone_never_freeze_for_good() {
        var story = after(17);
        Instant end = Story.START.plus(Duration.ofDays(40));
        while (story.now().isBefore(end)) {
            story.reserve();
            story.pass(Duration.ofMinutes(31));
        }
        assertThat(story.facts(Fact.Froze.class))
                .isNotEmpty()
                .allSatisfy(froze -> assertThat(froze.freeze().kind()).isEqualTo(FreezeKind.TEMPORARY));
    }
}
