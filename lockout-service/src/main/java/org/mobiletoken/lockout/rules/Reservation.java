package org.mobiletoken.lockout.rules;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.lockout.rules.Lockout.Frozen;
import org.mobiletoken.lockout.rules.Lockout.Open;

/**
 * An attempt is reserved before its passcode is verified, and only while a wrong one could still be counted: so however
 * many guesses arrive at once, no more than the limit are ever evaluated.
 */
public sealed interface Reservation {

    /** The customer afterwards; what time brought about is in it even when the reservation is refused. */
    CustomerLockout after();

    record Granted(Instant deadline, CustomerLockout after) implements Reservation {}

    record CustomerFrozen(Frozen freeze, CustomerLockout after) implements Reservation {}

    /** As many attempts are open as could be counted; all of them have ended by {@code retryAt}. */
    record TooManyOpen(Instant retryAt, CustomerLockout after) implements Reservation {}

    /** The attempt has ended, or was reserved with other details: nothing more is verified under its id. */
    record UsedBefore(CustomerLockout after) implements Reservation {}

    /** Decides on {@code wanted}; {@code recorded} is the attempt that already has its id, if any. */
    static Reservation of(
            AttemptDetails wanted,
            @Nullable Attempt recorded,
            CustomerLockout before,
            Instant now,
            LockoutPolicy policy) {
        var current = before.at(now, policy);
        if (recorded != null) {
            return again(wanted, recorded, current);
        }
        return switch (current.state()) {
            case Frozen frozen -> new CustomerFrozen(frozen, current);
            case Open state
            when policy.isFull(state, current.open().size(), now) -> new TooManyOpen(lastDeadline(current), current);
            case Open _ -> granted(wanted, current, now, now.plus(policy.attemptTimeout()));
        };
    }

    private static Reservation granted(AttemptDetails wanted, CustomerLockout current, Instant now, Instant deadline) {
        return new Granted(
                deadline,
                current.with(new OpenAttempt(wanted.id(), deadline)).and(new Fact.Reserved(wanted, deadline, now)));
    }

    private static Reservation again(AttemptDetails wanted, Attempt recorded, CustomerLockout current) {
        return switch (recorded.state()) {
            case Attempt.State.Reserved(var deadline)
            when wanted.equals(recorded.details()) && current.hasOpen(wanted.id()) -> new Granted(deadline, current);
            case Attempt.State.Reserved _, Attempt.State.Settled _, Attempt.State.Abandoned _ ->
                new UsedBefore(current);
        };
    }

    private static Instant lastDeadline(CustomerLockout current) {
        return current.open().stream()
                .map(OpenAttempt::deadline)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
