package org.mobiletoken.lockout.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiletoken.lockout.rules.Outcome.ACCEPTED;
import static org.mobiletoken.lockout.rules.Outcome.REJECTED;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mobiletoken.lockout.rules.Lockout.FrozenUntil;

class SettlementTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final Story story = new Story();

    @Test
    void an_attempt_that_nobody_reserved_is_unknown() {
        assertThat(story.settle(Story.attempt(9), REJECTED)).isInstanceOf(Settlement.Unknown.class);
        assertThat(story.state()).isEqualTo(Lockout.UNTOUCHED);
    }

    @Test
    void only_the_client_that_reserved_it_settles_an_attempt() {
        var id = story.reserved();
        assertThat(story.settle(id, "sync-service", REJECTED)).isInstanceOf(Settlement.OtherReserver.class);
        assertThat(story.open()).hasSize(1);
    }

    @Test
    void settling_twice_alike_gives_the_same_answer_and_counts_once() {
        var id = story.wrong(5).reserved();
        var first = (Settlement.Done) story.settle(id, REJECTED);
        var second = (Settlement.Done) story.pass(Duration.ofDays(2)).settle(id, REJECTED);
        assertThat(second.verdict()).isEqualTo(first.verdict());
        assertThat(story.facts(Fact.Settled.class)).hasSize(6);
    }

    @Test
    void settling_twice_differently_is_too_late() {
        var id = story.reserved();
        story.settle(id, REJECTED);
        assertThat(story.settle(id, ACCEPTED)).isInstanceOf(Settlement.TooLate.class);
        assertThat(story.attemptsLeft()).isEqualTo(5);
    }

    @Test
    void one_millisecond_before_the_deadline_an_attempt_is_settled() {
        var id = story.reserved();
        assertThat(story.pass(TIMEOUT.minusMillis(1)).settle(id, ACCEPTED)).isInstanceOf(Settlement.Done.class);
        assertThat(story.open()).isEmpty();
    }

    @Test
    void exactly_at_the_deadline_it_is_too_late_even_for_a_right_passcode() {
        var id = story.reserved();
        assertThat(story.pass(TIMEOUT).settle(id, ACCEPTED)).isInstanceOf(Settlement.TooLate.class);
        assertThat(story.settle(id, ACCEPTED)).isInstanceOf(Settlement.TooLate.class);
        assertThat(story.attemptsLeft()).isEqualTo(5);
    }

    @Test
    void it_is_too_late_for_one_attempt_while_another_is_still_open() {
        var first = story.reserved();
        story.pass(Duration.ofSeconds(10)).reserved();
        assertThat(story.pass(Duration.ofSeconds(20)).settle(first, ACCEPTED)).isInstanceOf(Settlement.TooLate.class);
        assertThat(story.open()).hasSize(1);
    }

    @Test
    void settling_one_attempt_leaves_the_others_open() {
        var first = story.reserved();
        var second = story.reserved();
        story.settle(first, REJECTED);
        assertThat(story.open()).extracting(OpenAttempt::id).containsExactly(second);
    }

    @Test
    void what_is_settled_is_recorded_with_its_verdict() {
        var id = story.reserved();
        story.settle(id, REJECTED);
        assertThat(story.facts(Fact.Settled.class))
                .containsExactly(new Fact.Settled(Story.details(id), new Verdict(REJECTED, 5, null), Story.START));
    }

    @Test
    void nothing_is_accepted_or_counted_while_frozen() {
        var details = Story.details(Story.attempt(1));
        var deadline = Story.START.plus(TIMEOUT);
        var frozen = new FrozenUntil(
                new FreezeId(Story.TOKEN), Story.START, Story.START.plusSeconds(900), WrongPasscodes.NONE);
        var customer = CustomerLockout.of(frozen, List.of(new OpenAttempt(details.id(), deadline)));
        var recorded = new Attempt(details, new Attempt.State.Reserved(deadline));
        for (var outcome : Outcome.values()) {
            var settlement =
                    Settlement.of(recorded, Story.RESERVER, outcome, customer, Story.START, LockoutPolicy.BANK);
            assertThat(settlement).isEqualTo(new Settlement.CustomerFrozen(frozen, customer));
        }
    }
}
