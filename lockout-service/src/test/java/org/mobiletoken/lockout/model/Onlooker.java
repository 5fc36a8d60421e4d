package org.mobiletoken.lockout.model;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mobiletoken.lockout.rules.AttemptId;
import org.mobiletoken.lockout.rules.CustomerLockout;
import org.mobiletoken.lockout.rules.EndOfFreeze;
import org.mobiletoken.lockout.rules.Fact;
import org.mobiletoken.lockout.rules.Lockout;
import org.mobiletoken.lockout.rules.LockoutPolicy;
import org.mobiletoken.lockout.rules.OpenAttempt;
import org.mobiletoken.lockout.rules.Outcome;

/**
 * Counts by itself what it sees committed, and objects.
 *
 * @param guesses attempts granted since the last right passcode or end of a freeze, and those of before that were open then
 * @param wrong when wrong passcodes were settled since the last way out
 * @param freeze the freeze in force
 */
record Onlooker(Set<AttemptId> guesses, List<Instant> wrong, Optional<Lockout.Frozen> freeze) {

    static final Onlooker AT_FIRST = new Onlooker(Set.of(), List.of(), Optional.empty());

    Onlooker {
        guesses = Set.copyOf(guesses);
        wrong = List.copyOf(wrong);
    }

    Onlooker sees(CustomerLockout after, LockoutPolicy policy) {
        var open = after.open().stream().map(OpenAttempt::id).collect(Collectors.toSet());
        var seen = this;
        for (var fact : after.facts()) {
            seen = seen.sees(fact, open, policy);
        }
        if (!after.state().equals(seen.freeze.<Lockout>map(f -> f).orElse(after.state()))
                || (seen.freeze.isEmpty() && after.state() instanceof Lockout.Frozen)) {
            throw new Violation("the state is " + after.state() + " but the freeze told of is " + seen.freeze);
        }
        return seen;
    }

    private Onlooker sees(Fact fact, Set<AttemptId> open, LockoutPolicy policy) {
        return switch (fact) {
            case Fact.Reserved reserved -> reserved(reserved.attempt().id(), policy);
            case Fact.Settled settled when settled.verdict().outcome() == Outcome.ACCEPTED -> accepted(open);
            case Fact.Settled settled -> new Onlooker(guesses, added(wrong, settled.at()), freeze);
            case Fact.Froze(var begun) -> froze(begun, policy);
            case Fact.Unfroze unfroze -> unfroze(unfroze, open);
            case Fact.Abandoned _, Fact.Warned _ -> this;
        };
    }

    private Onlooker reserved(AttemptId attempt, LockoutPolicy policy) {
        object(freeze.isPresent(), "an attempt was granted while frozen");
        var more = new HashSet<>(guesses);
        object(!more.add(attempt), "an attempt was granted twice");
        object(more.size() > policy.consecutiveLimit(), more.size() + " passcodes can be verified in a row");
        return new Onlooker(more, wrong, freeze);
    }

    private Onlooker accepted(Set<AttemptId> open) {
        object(freeze.isPresent(), "a passcode was accepted while frozen");
        return new Onlooker(retained(open), wrong, freeze);
    }

    private Onlooker froze(Lockout.Frozen begun, LockoutPolicy policy) {
        object(freeze.isPresent(), "a freeze began within another");
        long counted = wrong.stream()
                .filter(at -> begun.frozenAt().isBefore(at.plus(policy.cumulativeWindow())))
                .count();
        object(
                begun instanceof Lockout.FrozenForGood && counted < policy.cumulativeLimit(),
                "frozen for good after " + counted + " wrong passcodes");
        object(
                begun instanceof Lockout.FrozenUntil temporary
                        && !temporary.until().equals(temporary.frozenAt().plus(policy.freezeFor())),
                "a freeze of another length");
        return new Onlooker(guesses, wrong, Optional.of(begun));
    }

    private Onlooker unfroze(Fact.Unfroze end, Set<AttemptId> open) {
        object(
                freeze.isEmpty() || !freeze.get().freezeId().equals(end.freezeId()),
                "a freeze that is not in force has ended");
        object(
                end.reason() == EndOfFreeze.EXPIRED
                        && !(freeze.get() instanceof Lockout.FrozenUntil temporary
                                && temporary.until().equals(end.at())),
                "a freeze expired at another instant than its own");
        return new Onlooker(retained(open), end.reason() == EndOfFreeze.EXPIRED ? wrong : List.of(), Optional.empty());
    }

    private Set<AttemptId> retained(Set<AttemptId> open) {
        return guesses.stream().filter(open::contains).collect(Collectors.toSet());
    }

    private static List<Instant> added(List<Instant> instants, Instant at) {
        return Stream.concat(instants.stream(), Stream.of(at)).toList();
    }

    private static void object(boolean wrong, String what) {
        if (wrong) {
            throw new Violation(what);
        }
    }
}
