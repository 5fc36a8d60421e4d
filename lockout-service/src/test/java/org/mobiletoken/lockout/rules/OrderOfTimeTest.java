package org.mobiletoken.lockout.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mobiletoken.lockout.rules.Lockout.FrozenUntil;
import org.mobiletoken.lockout.rules.Lockout.Open;

class OrderOfTimeTest {

    private static final Instant UNTIL = Story.START.plusSeconds(100);
    private static final FreezeId FREEZE = new FreezeId(new AttemptId(Story.TOKEN).value());
    private static final Lockout FROZEN = new FrozenUntil(FREEZE, Story.START, UNTIL, WrongPasscodes.NONE);

    private static OpenAttempt due(long number, Instant deadline) {
        return new OpenAttempt(Story.attempt(number), deadline);
    }

    @Test
    void attempts_are_abandoned_in_the_order_of_their_deadlines() {
        var customer = CustomerLockout.of(
                new Open(4, WrongPasscodes.NONE),
                List.of(due(1, Story.START.plusSeconds(2)), due(2, Story.START.plusSeconds(1))));
        var later = customer.at(Story.START.plusSeconds(60), LockoutPolicy.BANK);
        assertThat(later.facts()).first().isEqualTo(new Fact.Abandoned(Story.attempt(2), Story.START.plusSeconds(1)));
        assertThat(later.state())
                .isInstanceOfSatisfying(
                        FrozenUntil.class,
                        freeze -> assertThat(freeze.frozenAt()).isEqualTo(Story.START.plusSeconds(2)));
    }

    @Test
    void an_attempt_abandoned_while_frozen_counts_nothing() {
        var customer = CustomerLockout.of(FROZEN, List.of(due(1, UNTIL.minusMillis(1))));
        var later = customer.at(UNTIL, LockoutPolicy.BANK);
        assertThat(later.state()).isEqualTo(new Open(0, WrongPasscodes.NONE));
        assertThat(later.facts())
                .containsExactly(
                        new Fact.Abandoned(Story.attempt(1), UNTIL.minusMillis(1)),
                        new Fact.Unfroze(FREEZE, EndOfFreeze.EXPIRED, UNTIL));
    }

    @Test
    void an_attempt_abandoned_exactly_when_a_freeze_ends_counts() {
        var customer = CustomerLockout.of(FROZEN, List.of(due(1, UNTIL)));
        assertThat(customer.at(UNTIL, LockoutPolicy.BANK).state()).isEqualTo(new Open(1, WrongPasscodes.NONE));
    }

    @Test
    void attempts_not_yet_due_stay_open() {
        var customer = CustomerLockout.of(Lockout.UNTOUCHED, List.of(due(1, UNTIL)));
        assertThat(customer.at(UNTIL.minusMillis(1), LockoutPolicy.BANK)).isEqualTo(customer);
    }
}
