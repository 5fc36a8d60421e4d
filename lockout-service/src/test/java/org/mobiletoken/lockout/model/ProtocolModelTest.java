package org.mobiletoken.lockout.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mobiletoken.lockout.rules.CustomerLockout;
import org.mobiletoken.lockout.rules.Lockout;
import org.mobiletoken.lockout.rules.LockoutPolicy;
import org.mobiletoken.lockout.rules.Reservation;

/**
 * Parallel attempts, lost answers, crashes on both sides and a clock that jumps: whatever the order, the onlooker never
 * sees more verifications than the limit, nor an acceptance while frozen, nor a permanent freeze out of crashes.
 */
class ProtocolModelTest {

    private static final LockoutPolicy TWO_IN_A_ROW_THREE_IN_ALL = policy(2, 3);
    private static final LockoutPolicy THREE_IN_A_ROW_FOUR_IN_ALL = policy(3, 4);
    private static final Bounds LITTLE = new Bounds(4, 0, 0, 0, 0, true);

    @Test
    void seven_parallel_callers_never_verify_more_than_six_passcodes_in_a_row() {
        var search = Search.through(Protocol.OF_PRODUCTION, LockoutPolicy.BANK, new Bounds(7, 1, 1, 0, 0, true));

        assertThat(search.reached(world -> world.onlooker().guesses().size() == 6))
                .isTrue();
        assertThat(search.reached(world -> world.customer().state() instanceof Lockout.FrozenUntil))
                .isTrue();
    }

    @Test
    void deadlines_ends_of_freezes_and_ways_out_meet_the_limits_in_any_order() {
        var search = Search.through(Protocol.OF_PRODUCTION, TWO_IN_A_ROW_THREE_IN_ALL, new Bounds(5, 1, 2, 0, 1, true));

        assertThat(search.reached(world -> world.customer().state() instanceof Lockout.FrozenForGood))
                .isTrue();
    }

    @Test
    void a_clock_set_back_by_five_minutes_counts_nothing_twice_and_opens_nothing() {
        var search =
                Search.through(Protocol.OF_PRODUCTION, THREE_IN_A_ROW_FOUR_IN_ALL, new Bounds(5, 0, 2, 1, 0, true));

        assertThat(search.reached(world -> world.customer().state() instanceof Lockout.FrozenUntil))
                .isTrue();
    }

    @Test
    void crashes_alone_freeze_for_a_day_but_never_for_good() {
        var search =
                Search.through(Protocol.OF_PRODUCTION, TWO_IN_A_ROW_THREE_IN_ALL, new Bounds(8, 2, 6, 0, 0, false));

        assertThat(search.reached(world -> world.customer().state() instanceof Lockout.FrozenUntil))
                .isTrue();
        assertThat(search.reached(world -> world.customer().state() instanceof Lockout.FrozenForGood))
                .isFalse();
    }

    @Test
    void the_search_notices_a_protocol_that_forgets_open_attempts() {
        var forgetful = new Protocol(
                (wanted, recorded, before, now, policy) ->
                        Reservation.of(wanted, recorded, CustomerLockout.of(before.state(), List.of()), now, policy),
                Protocol.OF_PRODUCTION.settle());

        assertThatThrownBy(() -> Search.through(forgetful, TWO_IN_A_ROW_THREE_IN_ALL, LITTLE))
                .hasMessageContaining("3 passcodes can be verified in a row");
    }

    @Test
    void the_search_notices_a_protocol_that_forgets_freezes() {
        var forgetful = new Protocol(
                (wanted, recorded, before, now, policy) -> Reservation.of(
                        wanted,
                        recorded,
                        before.state() instanceof Lockout.Frozen ? unfrozen(before) : before,
                        now,
                        policy),
                Protocol.OF_PRODUCTION.settle());

        assertThatThrownBy(() -> Search.through(forgetful, TWO_IN_A_ROW_THREE_IN_ALL, LITTLE))
                .hasMessageContaining("an attempt was granted while frozen");
    }

    private static CustomerLockout unfrozen(CustomerLockout customer) {
        return CustomerLockout.of(new Lockout.Open(0, customer.state().wrong()), customer.open());
    }

    private static LockoutPolicy policy(int inARow, int inAll) {
        return new LockoutPolicy(
                inARow, Duration.ofHours(24), inAll, Duration.ofDays(180), Duration.ofSeconds(30), Set.of(1));
    }
}
