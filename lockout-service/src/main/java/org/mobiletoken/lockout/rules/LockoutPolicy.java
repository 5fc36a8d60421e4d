package org.mobiletoken.lockout.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.mobiletoken.lockout.rules.Lockout.Frozen;
import org.mobiletoken.lockout.rules.Lockout.FrozenForGood;
import org.mobiletoken.lockout.rules.Lockout.FrozenUntil;
import org.mobiletoken.lockout.rules.Lockout.Open;

/**
 * Six wrong passcodes in a row freeze for 24 hours, eighteen within 180 days freeze for good; the numbers are settings.
 *
 * @param consecutiveLimit wrong passcodes in a row that freeze temporarily
 * @param freezeFor how long a temporary freeze lasts
 * @param cumulativeLimit wrong passcodes within the window that freeze permanently
 * @param cumulativeWindow how long a wrong passcode counts towards a permanent freeze
 * @param attemptTimeout how long a reserved attempt may stay unsettled
 * @param warnAt attempts left before a permanent freeze at which the customer is warned
 */
public record LockoutPolicy(
        int consecutiveLimit,
        Duration freezeFor,
        int cumulativeLimit,
        Duration cumulativeWindow,
        Duration attemptTimeout,
        Set<Integer> warnAt) {

    /** The bank's rule: settings may be stricter, never weaker. */
    public static final LockoutPolicy BANK =
            new LockoutPolicy(6, Duration.ofHours(24), 18, Duration.ofDays(180), Duration.ofSeconds(30), Set.of(6, 1));

    public LockoutPolicy {
        warnAt = Set.copyOf(warnAt);
    }

    /** A right passcode clears the count in a row; the wrong ones of the window stay. */
    Lockout afterAccepted(Open open) {
        return new Open(0, open.wrong());
    }

    /** A wrong passcode that reaches both limits freezes for good, and only that. */
    Lockout afterRejected(Open open, AttemptId attempt, Instant now) {
        var wrong = open.wrong().plus(now, cumulativeWindow);
        return wrong.at().size() < cumulativeLimit
                ? counted(open.consecutive() + 1, wrong, attempt, now)
                : new FrozenForGood(FreezeId.causedBy(attempt), now, wrong);
    }

    /** A crash of the caller must not let a guess go uncounted, nor may crashes alone ever freeze for good. */
    Lockout afterAbandoned(Open open, AttemptId attempt, Instant deadline) {
        return counted(open.consecutive() + 1, open.wrong(), attempt, deadline);
    }

    private Lockout counted(int consecutive, WrongPasscodes wrong, AttemptId attempt, Instant now) {
        return consecutive < consecutiveLimit
                ? new Open(consecutive, wrong)
                : new FrozenUntil(FreezeId.causedBy(attempt), now, now.plus(freezeFor), wrong);
    }

    /**
     * Whether one more open attempt could be one guess too many. With nothing open one attempt is always possible, so
     * that a setting made stricter locks nobody out.
     */
    boolean isFull(Open state, int open, Instant now) {
        return open > 0
                && (state.consecutive() + open >= consecutiveLimit
                        || state.wrong().count(now, cumulativeWindow) + open >= cumulativeLimit);
    }

    /** Wrong passcodes until the next freeze: none while frozen, at least one otherwise. */
    public int attemptsLeft(Lockout state, Instant now) {
        return switch (state) {
            case Frozen _ -> 0;
            case Open(int consecutive, var wrong) ->
                Math.max(1, Math.min(consecutiveLimit - consecutive, leftBeforePermanent(wrong, now)));
        };
    }

    /** Whether the customer is to be told how few wrong passcodes are left before a permanent freeze. */
    boolean warns(Lockout state, Instant now) {
        return warnAt.contains(leftBeforePermanent(state.wrong(), now));
    }

    int leftBeforePermanent(WrongPasscodes wrong, Instant now) {
        return cumulativeLimit - wrong.count(now, cumulativeWindow);
    }
}
