package org.mobiletoken.lockout.model;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.mobiletoken.lockout.rules.Attempt;
import org.mobiletoken.lockout.rules.AttemptDetails;
import org.mobiletoken.lockout.rules.AttemptId;
import org.mobiletoken.lockout.rules.CustomerLockout;
import org.mobiletoken.lockout.rules.Fact;
import org.mobiletoken.lockout.rules.Lockout;
import org.mobiletoken.lockout.rules.LockoutPolicy;
import org.mobiletoken.lockout.rules.Purpose;

/** One reachable situation: what is committed, what each caller knows, and what an onlooker has seen. */
record World(
        Instant now,
        CustomerLockout customer,
        Map<AttemptId, Attempt> recorded,
        List<Caller> callers,
        Onlooker onlooker,
        Bounds left,
        long lastId) {

    static final String CLIENT = "enrolment-service";
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    World {
        recorded = Map.copyOf(recorded);
        callers = List.copyOf(callers);
    }

    static World atFirst(Bounds bounds) {
        return new World(
                START,
                CustomerLockout.of(Lockout.UNTOUCHED, List.of()),
                Map.of(),
                List.of(),
                Onlooker.AT_FIRST,
                bounds,
                0);
    }

    AttemptDetails nextAttempt() {
        return details(new AttemptId(new UUID(0, lastId + 1)));
    }

    static AttemptDetails details(AttemptId id) {
        return new AttemptDetails(id, "investment", Purpose.LOGIN, new UUID(0, 0), CLIENT);
    }

    /** The decision is committed: recorded, and seen by the onlooker. */
    World committed(CustomerLockout after, LockoutPolicy policy) {
        var attempts = new HashMap<>(recorded);
        for (var fact : after.facts()) {
            switch (fact) {
                case Fact.Reserved reserved ->
                    attempts.put(
                            reserved.attempt().id(),
                            new Attempt(reserved.attempt(), new Attempt.State.Reserved(reserved.deadline())));
                case Fact.Settled settled ->
                    end(attempts, settled.attempt().id(), new Attempt.State.Settled(settled.verdict()));
                case Fact.Abandoned abandoned -> end(attempts, abandoned.attempt(), new Attempt.State.Abandoned());
                case Fact.Froze _, Fact.Unfroze _, Fact.Warned _ -> {}
            }
        }
        return new World(
                now,
                CustomerLockout.of(after.state(), after.open()),
                attempts,
                callers,
                onlooker.sees(after, policy),
                left,
                lastId);
    }

    private static void end(Map<AttemptId, Attempt> attempts, AttemptId id, Attempt.State state) {
        var before = attempts.get(id);
        if (before == null || !(before.state() instanceof Attempt.State.Reserved)) {
            throw new Violation("an attempt that was not open has ended again");
        }
        attempts.put(id, new Attempt(before.details(), state));
    }

    World beginning(Caller caller) {
        return new World(
                now,
                customer,
                recorded,
                Stream.concat(callers.stream(), Stream.of(caller)).toList(),
                onlooker,
                left.oneCallerLess(),
                lastId + 1);
    }

    World with(Caller caller) {
        return with(callers.stream()
                .map(other -> other.attempt().equals(caller.attempt()) ? caller : other)
                .toList());
    }

    /** The caller has its answer: nobody calls under that attempt any more. */
    World without(Caller caller) {
        return with(callers.stream()
                .filter(other -> !other.attempt().equals(caller.attempt()))
                .toList());
    }

    private World with(List<Caller> others) {
        return new World(now, customer, recorded, others, onlooker, left, lastId);
    }

    World within(Bounds bounds) {
        return at(now, bounds);
    }

    World at(Instant instant, Bounds bounds) {
        return new World(instant, customer, recorded, callers, onlooker, bounds, lastId);
    }
}
