package org.mobiletoken.lockout.rules;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.mobiletoken.lockout.rules.Lockout.Frozen;
import org.mobiletoken.lockout.rules.Lockout.FrozenForGood;
import org.mobiletoken.lockout.rules.Lockout.FrozenUntil;
import org.mobiletoken.lockout.rules.Lockout.Open;

/** One customer's lockout with the attempts still open, and the facts that decisions have added since it was read. */
public record CustomerLockout(Lockout state, List<OpenAttempt> open, List<Fact> facts) {

    public CustomerLockout {
        open = List.copyOf(open);
        facts = List.copyOf(facts);
    }

    public static CustomerLockout of(Lockout state, List<OpenAttempt> open) {
        return new CustomerLockout(state, open, List.of());
    }

    /**
     * What time alone has brought about: attempts past their deadline are abandoned and an elapsed freeze ends, each
     * at its own instant and in the order of time. Every decision starts here.
     */
    public CustomerLockout at(Instant now, LockoutPolicy policy) {
        var due = open.stream()
                .filter(attempt -> attempt.isDue(now))
                .sorted(Comparator.comparing(OpenAttempt::deadline))
                .toList();
        var result = this;
        for (var attempt : due) {
            result = result.thawed(attempt.deadline()).abandoned(attempt, policy);
        }
        return result.thawed(now);
    }

    private CustomerLockout thawed(Instant now) {
        return switch (state) {
            case FrozenUntil freeze
            when !now.isBefore(freeze.until()) ->
                become(new Open(0, freeze.wrong()))
                        .and(new Fact.Unfroze(freeze.freezeId(), EndOfFreeze.EXPIRED, freeze.until()));
            case FrozenUntil _, FrozenForGood _, Open _ -> this;
        };
    }

    private CustomerLockout abandoned(OpenAttempt attempt, LockoutPolicy policy) {
        var rest = without(attempt.id()).and(new Fact.Abandoned(attempt.id(), attempt.deadline()));
        return switch (state) {
            case Open counting -> rest.become(policy.afterAbandoned(counting, attempt.id(), attempt.deadline()));
            case Frozen _ -> rest;
        };
    }

    CustomerLockout become(Lockout next) {
        var changed = new CustomerLockout(next, open, facts);
        return switch (next) {
            case Frozen freeze -> changed.and(new Fact.Froze(freeze));
            case Open _ -> changed;
        };
    }

    CustomerLockout and(Fact fact) {
        return new CustomerLockout(
                state, open, Stream.concat(facts.stream(), Stream.of(fact)).toList());
    }

    CustomerLockout with(OpenAttempt attempt) {
        return new CustomerLockout(
                state, Stream.concat(open.stream(), Stream.of(attempt)).toList(), facts);
    }

    CustomerLockout without(AttemptId attempt) {
        return new CustomerLockout(
                state,
                open.stream().filter(other -> !other.id().equals(attempt)).toList(),
                facts);
    }

    boolean hasOpen(AttemptId attempt) {
        return open.stream().anyMatch(other -> other.id().equals(attempt));
    }
}
