package org.mobiletoken.lockout.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mobiletoken.lockout.rules.Lockout.FrozenUntil;
import org.mobiletoken.lockout.rules.Lockout.Open;

class ReservationTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final Story story = new Story();

    @Test
    void a_reservation_names_its_deadline() {
        assertThat(story.reserve()).isInstanceOfSatisfying(Reservation.Granted.class, granted -> {
            assertThat(granted.deadline()).isEqualTo(Story.START.plus(TIMEOUT));
            assertThat(granted.after().facts())
                    .containsExactly(
                            new Fact.Reserved(Story.details(Story.attempt(1)), Story.START.plus(TIMEOUT), Story.START));
        });
    }

    @Test
    void six_attempts_may_be_open_and_a_seventh_not_and_nothing_is_counted_for_it() {
        for (int i = 0; i < 6; i++) {
            story.reserved();
            story.pass(Duration.ofSeconds(1));
        }
        assertThat(story.reserve()).isInstanceOfSatisfying(Reservation.TooManyOpen.class, refused -> {
            assertThat(refused.retryAt()).isEqualTo(Story.START.plusSeconds(35));
            assertThat(refused.after().facts()).isEmpty();
        });
        assertThat(story.state()).isEqualTo(Lockout.UNTOUCHED);
        assertThat(story.open()).hasSize(6);
    }

    @Test
    void wrong_passcodes_and_open_attempts_together_stay_within_six() {
        story.wrong(4);
        story.reserved();
        story.reserved();
        assertThat(story.reserve()).isInstanceOf(Reservation.TooManyOpen.class);
    }

    @Test
    void a_settled_attempt_makes_room_only_if_it_was_right() {
        story.wrong(4);
        var first = story.reserved();
        story.reserved();
        story.settle(first, Outcome.REJECTED);
        assertThat(story.reserve()).isInstanceOf(Reservation.TooManyOpen.class);
    }

    @Test
    void a_right_passcode_makes_room() {
        story.wrong(4);
        var first = story.reserved();
        story.reserved();
        story.settle(first, Outcome.ACCEPTED);
        for (int i = 0; i < 5; i++) {
            story.reserved();
        }
        assertThat(story.reserve()).isInstanceOf(Reservation.TooManyOpen.class);
    }

    @Test
    void a_repeated_reservation_is_one_reservation_with_the_same_deadline() {
        var id = story.reserved();
        story.pass(Duration.ofSeconds(10));
        assertThat(story.reserve(id))
                .isInstanceOfSatisfying(
                        Reservation.Granted.class,
                        granted -> assertThat(granted.deadline()).isEqualTo(Story.START.plus(TIMEOUT)));
        assertThat(story.open()).hasSize(1);
        assertThat(story.facts(Fact.Reserved.class)).hasSize(1);
    }

    @Test
    void a_repeated_reservation_is_granted_even_when_no_other_would_be() {
        var id = story.wrong(5).reserved();
        assertThat(story.reserve(id)).isInstanceOf(Reservation.Granted.class);
    }

    @Test
    void an_attempt_is_not_reserved_again_with_other_details() {
        var id = story.reserved();
        assertThat(story.reserve(new AttemptDetails(id, "investment", Purpose.LOGIN, Story.TOKEN, Story.RESERVER)))
                .isInstanceOf(Reservation.UsedBefore.class);
        assertThat(story.reserve(
                        new AttemptDetails(id, "mobile-banking", Purpose.LOGIN, new UUID(1, 1), Story.RESERVER)))
                .isInstanceOf(Reservation.UsedBefore.class);
    }

    @Test
    void a_settled_attempt_is_not_reserved_again() {
        var id = story.reserved();
        story.settle(id, Outcome.REJECTED);
        assertThat(story.reserve(id)).isInstanceOf(Reservation.UsedBefore.class);
    }

    @Test
    void an_abandoned_attempt_is_not_reserved_again() {
        var id = story.reserved();
        assertThat(story.pass(TIMEOUT).reserve(id)).isInstanceOf(Reservation.UsedBefore.class);
        assertThat(story.reserve(id)).isInstanceOf(Reservation.UsedBefore.class);
        assertThat(story.facts(Fact.Abandoned.class)).hasSize(1);
    }

    @Test
    void an_attempt_is_open_until_one_millisecond_before_its_deadline() {
        story.reserved();
        story.pass(TIMEOUT.minusMillis(1));
        assertThat(story.state()).isEqualTo(Lockout.UNTOUCHED);
        assertThat(story.open()).hasSize(1);
    }

    @Test
    void exactly_at_its_deadline_an_attempt_is_abandoned_and_counts_in_a_row_only() {
        var id = story.reserved();
        story.pass(TIMEOUT);
        assertThat(story.state()).isEqualTo(new Open(1, WrongPasscodes.NONE));
        assertThat(story.open()).isEmpty();
        assertThat(story.facts(Fact.Abandoned.class))
                .containsExactly(new Fact.Abandoned(id, Story.START.plus(TIMEOUT)));
    }

    @Test
    void six_abandoned_attempts_freeze_from_the_deadline_of_the_sixth() {
        for (int i = 0; i < 6; i++) {
            story.reserved();
            story.pass(Duration.ofSeconds(1));
        }
        story.pass(Duration.ofMinutes(10));
        assertThat(story.state()).isInstanceOfSatisfying(FrozenUntil.class, freeze -> {
            assertThat(freeze.frozenAt()).isEqualTo(Story.START.plusSeconds(35));
            assertThat(freeze.until()).isEqualTo(Story.START.plusSeconds(35).plus(Duration.ofHours(24)));
            assertThat(freeze.freezeId()).isEqualTo(FreezeId.causedBy(Story.attempt(6)));
        });
    }

    @Test
    void an_abandoned_attempt_before_a_right_passcode_is_cleared_by_it() {
        story.reserved();
        story.pass(Duration.ofSeconds(15));
        var second = story.reserved();
        story.pass(Duration.ofSeconds(16)).settle(second, Outcome.ACCEPTED);
        assertThat(story.state()).isEqualTo(new Open(0, WrongPasscodes.NONE));
        assertThat(story.facts(Fact.Abandoned.class)).hasSize(1);
    }

    @Test
    void a_freeze_by_abandoned_attempts_that_nobody_saw_has_begun_and_ended_in_the_order_of_time() {
        for (int i = 0; i < 6; i++) {
            story.reserved();
        }
        story.pass(Duration.ofDays(2));
        assertThat(story.state()).isEqualTo(new Open(0, WrongPasscodes.NONE));
        assertThat(story.facts().subList(11, 14))
                .hasExactlyElementsOfTypes(Fact.Abandoned.class, Fact.Froze.class, Fact.Unfroze.class);
    }
}
