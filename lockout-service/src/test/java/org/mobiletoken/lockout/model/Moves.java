package org.mobiletoken.lockout.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.mobiletoken.lockout.model.Caller.Phase;
import org.mobiletoken.lockout.rules.Attempt;
import org.mobiletoken.lockout.rules.AttemptDetails;
import org.mobiletoken.lockout.rules.Lockout;
import org.mobiletoken.lockout.rules.LockoutPolicy;
import org.mobiletoken.lockout.rules.OpenAttempt;
import org.mobiletoken.lockout.rules.Outcome;
import org.mobiletoken.lockout.rules.Reservation;
import org.mobiletoken.lockout.rules.Settlement;
import org.mobiletoken.lockout.rules.Unfreezing;
import org.mobiletoken.lockout.rules.WayOut;
import org.mobiletoken.lockout.rules.WaysOut;

/**
 * Everything that may happen next in a situation.
 *
 * <p>A crash of lockout-service before its commit changes nothing, and one after it loses the answer. A caller that
 * has crashed makes no move; since every order of moves is gone through, so is every crash.
 */
record Moves(Protocol protocol, LockoutPolicy policy) {

    record Move(String what, World world) {}

    List<Move> from(World world) {
        var moves = new ArrayList<Move>();
        if (world.left().callers() > 0) {
            begin(world, moves);
        }
        for (var caller : world.callers()) {
            proceed(world, caller, moves);
        }
        timePasses(world, moves);
        staffUnfreezes(world, moves);
        return moves;
    }

    private void begin(World world, List<Move> moves) {
        var wanted = world.nextAttempt();
        var caller = new Caller(wanted.id(), Phase.ASKING);
        var begun = world.beginning(caller);
        moves.add(new Move("reserve", reserve(begun, caller, wanted)));
        if (world.left().lostAnswers() > 0) {
            var reserved = begun.committed(reservation(begun, wanted).after(), policy);
            moves.add(new Move(
                    "reserve, answer lost", reserved.within(reserved.left().oneAnswerLess())));
        }
    }

    private void proceed(World world, Caller caller, List<Move> moves) {
        switch (caller.phase()) {
            case ASKING ->
                moves.add(new Move("reserve again", reserve(world, caller, World.details(caller.attempt()))));
            case GRANTED -> {
                if (world.left().settling()) {
                    settle(world, caller, Outcome.ACCEPTED, moves);
                    settle(world, caller, Outcome.REJECTED, moves);
                }
            }
            case RIGHT -> settle(world, caller, Outcome.ACCEPTED, moves);
            case WRONG -> settle(world, caller, Outcome.REJECTED, moves);
        }
    }

    private World reserve(World world, Caller caller, AttemptDetails wanted) {
        var reservation = reservation(world, wanted);
        var after = world.committed(reservation.after(), policy);
        if (reservation instanceof Reservation.TooManyOpen
                && after.customer().open().isEmpty()) {
            throw new Violation("a customer with nothing open is turned away");
        }
        return reservation instanceof Reservation.Granted
                ? after.with(caller.now(Phase.GRANTED))
                : after.without(caller);
    }

    private Reservation reservation(World world, AttemptDetails wanted) {
        return protocol.reserve()
                .decide(wanted, world.recorded().get(wanted.id()), world.customer(), world.now(), policy);
    }

    private void settle(World world, Caller caller, Outcome outcome, List<Move> moves) {
        var recorded = world.recorded().get(caller.attempt());
        var settlement =
                protocol.settle().decide(recorded, World.CLIENT, outcome, world.customer(), world.now(), policy);
        if (recorded != null
                && recorded.state() instanceof Attempt.State.Settled(var verdict)
                && !(settlement instanceof Settlement.Done again
                        && again.verdict().equals(verdict))) {
            throw new Violation("settling alike again is answered otherwise");
        }
        var after = world.committed(settlement.after(), policy);
        moves.add(new Move("settle " + outcome, after.without(caller)));
        if (world.left().lostAnswers() > 0 && caller.phase() == Phase.GRANTED) {
            var again = caller.now(outcome == Outcome.ACCEPTED ? Phase.RIGHT : Phase.WRONG);
            moves.add(new Move(
                    "settle " + outcome + ", answer lost",
                    after.with(again).within(after.left().oneAnswerLess())));
        }
    }

    private void timePasses(World world, List<Move> moves) {
        moves.add(new Move("sweep", world.committed(world.customer().at(world.now(), policy), policy)));
        var left = world.left();
        if (left.clockMoves() > 0) {
            nextInstants(world)
                    .filter(world.now()::isBefore)
                    .forEach(instant -> moves.add(
                            new Move("the clock moves on to " + instant, world.at(instant, left.oneClockMoveLess()))));
        }
        if (left.backwards() > 0) {
            var earlier = world.now().minus(Duration.ofMinutes(5));
            moves.add(new Move("the clock is set back", world.at(earlier, left.oneBackwardsLess())));
        }
    }

    /** In a second, at the next deadline, at the end of the freeze, and when the next wrong passcode lapses. */
    private Stream<Instant> nextInstants(World world) {
        var state = world.customer().state();
        return Stream.of(
                        Stream.of(world.now().plusSeconds(1)),
                        world.customer().open().stream()
                                .map(OpenAttempt::deadline)
                                .min(Comparator.naturalOrder())
                                .stream(),
                        state instanceof Lockout.FrozenUntil freeze ? Stream.of(freeze.until()) : Stream.<Instant>of(),
                        state.wrong().at().stream()
                                .map(at -> at.plus(policy.cumulativeWindow()))
                                .min(Comparator.naturalOrder())
                                .stream())
                .flatMap(instants -> instants);
    }

    private void staffUnfreezes(World world, List<Move> moves) {
        if (world.left().waysOut() > 0 && world.customer().state() instanceof Lockout.Frozen freeze) {
            var unfreezing = Unfreezing.of(
                    freeze.freezeId(), WayOut.BRANCH, world.customer(), world.now(), policy, WaysOut.BANK);
            moves.add(new Move(
                    "the branch unfreezes",
                    world.within(world.left().oneWayOutLess()).committed(unfreezing.after(), policy)));
        }
    }
}
