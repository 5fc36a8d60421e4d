package org.mobiletoken.lockout.rules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.lockout.rules.Lockout.Frozen;
import org.mobiletoken.lockout.rules.Lockout.FrozenForGood;
import org.mobiletoken.lockout.rules.Lockout.FrozenUntil;
import org.mobiletoken.lockout.rules.Lockout.Open;

/** An attempt is settled once, by the client that reserved it, before its deadline. */
public sealed interface Settlement {

    /** The customer afterwards; what time brought about is in it even when settling is refused. */
    CustomerLockout after();

    /** Settled now, or settled alike before. */
    record Done(Verdict verdict, CustomerLockout after) implements Settlement {}

    record Unknown(CustomerLockout after) implements Settlement {}

    record OtherReserver(CustomerLockout after) implements Settlement {}

    /** Settled differently before, or abandoned at its deadline. */
    record TooLate(CustomerLockout after) implements Settlement {}

    /** Nothing is accepted or counted while frozen. */
    record CustomerFrozen(Frozen freeze, CustomerLockout after) implements Settlement {}

    static Settlement of(
            @Nullable Attempt recorded,
            String client,
            Outcome outcome,
            CustomerLockout before,
            Instant now,
            LockoutPolicy policy) {
        var current = before.at(now, policy);
        if (recorded == null) {
            return new Unknown(current);
        }
        if (!recorded.details().reserver().equals(client)) {
            return new OtherReserver(current);
        }
        return switch (recorded.state()) {
            case Attempt.State.Reserved _
            when current.hasOpen(recorded.details().id()) -> ofOpen(recorded.details(), outcome, current, now, policy);
            case Attempt.State.Settled(var verdict) when verdict.outcome() == outcome -> new Done(verdict, current);
            case Attempt.State.Reserved _, Attempt.State.Settled _, Attempt.State.Abandoned _ -> new TooLate(current);
        };
    }

    private static Settlement ofOpen(
            AttemptDetails attempt, Outcome outcome, CustomerLockout current, Instant now, LockoutPolicy policy) {
        return switch (current.state()) {
            case Frozen frozen -> new CustomerFrozen(frozen, current);
            case Open open -> {
                var next = switch (outcome) {
                    case ACCEPTED -> policy.afterAccepted(open);
                    case REJECTED -> policy.afterRejected(open, attempt.id(), now);
                };
                var verdict = new Verdict(outcome, policy.attemptsLeft(next, now), freezeOf(next));
                var settled = current.without(attempt.id()).and(new Fact.Settled(attempt, verdict, now));
                yield new Done(
                        verdict, warned(settled, outcome, next, now, policy).become(next));
            }
        };
    }

    private static CustomerLockout warned(
            CustomerLockout settled, Outcome outcome, Lockout next, Instant now, LockoutPolicy policy) {
        return outcome == Outcome.REJECTED && policy.warns(next, now)
                ? settled.and(new Fact.Warned(policy.leftBeforePermanent(next.wrong(), now), now))
                : settled;
    }

    private static Verdict.@Nullable Freeze freezeOf(Lockout state) {
        return switch (state) {
            case Open _ -> null;
            case FrozenUntil freeze -> new Verdict.Freeze(freeze.kind(), freeze.until());
            case FrozenForGood freeze -> new Verdict.Freeze(freeze.kind(), null);
        };
    }
}
