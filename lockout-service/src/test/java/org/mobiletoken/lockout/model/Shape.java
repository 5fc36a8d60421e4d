package org.mobiletoken.lockout.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.mobiletoken.lockout.rules.Attempt;
import org.mobiletoken.lockout.rules.Lockout;

/**
 * What two situations have in common that differ only in names and in when they began: going on from one is enough.
 *
 * @param consecutive wrong passcodes in a row; none while frozen
 * @param endsIn seconds until a temporary freeze ends
 * @param callers what each caller knows and what is recorded of its attempt, as one number each, in order
 * @param counted guesses that count for the onlooker and that nobody calls about any more
 * @param ages seconds since each wrong passcode
 */
record Shape(
        Class<?> state, int consecutive, long endsIn, List<Long> callers, long counted, List<Long> ages, Bounds left) {

    private static final int PHASES = Caller.Phase.values().length;

    static Shape of(World world) {
        var called = world.callers().stream().map(Caller::attempt).toList();
        var state = world.customer().state();
        return new Shape(
                state.getClass(),
                state instanceof Lockout.Open open ? open.consecutive() : 0,
                state instanceof Lockout.FrozenUntil freeze ? seconds(world.now(), freeze.until()) : 0,
                world.callers().stream()
                        .map(caller -> number(world, caller))
                        .sorted()
                        .toList(),
                world.onlooker().guesses().stream()
                        .filter(guess -> !called.contains(guess))
                        .count(),
                Stream.concat(state.wrong().at().stream(), world.onlooker().wrong().stream())
                        .map(at -> seconds(at, world.now()))
                        .toList(),
                world.left());
    }

    private static long number(World world, Caller caller) {
        var recorded = world.recorded().get(caller.attempt());
        long known = switch (recorded == null ? null : recorded.state()) {
            case null -> 0;
            case Attempt.State.Abandoned() -> 1;
            case Attempt.State.Settled _ -> 2;
            case Attempt.State.Reserved(var deadline) -> 1_000 + seconds(world.now(), deadline);
        };
        long counted = world.onlooker().guesses().contains(caller.attempt()) ? 1 : 0;
        return (known * PHASES + caller.phase().ordinal()) * 2 + counted;
    }

    private static long seconds(Instant from, Instant to) {
        return Duration.between(from, to).toSeconds();
    }
}
