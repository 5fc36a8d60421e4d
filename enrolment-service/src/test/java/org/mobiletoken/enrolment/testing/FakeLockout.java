package org.mobiletoken.enrolment.testing;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.clock.BusinessClock;
import org.mobiletoken.enrolment.testing.FakeNeighbours.Answer;

/** Lockout-service as this service may count on it: reserve first, settle once, six wrong in a row freeze for a day. */
@Singleton
public class FakeLockout {
    private static final int WRONG_ALLOWED = 6;

    private final BusinessClock clock;
    private final Map<String, Customer> customers = new HashMap<>();
    private final Map<UUID, Attempt> attempts = new HashMap<>();
    private volatile Runnable beforeSettling = () -> {};
    private volatile Runnable beforeTellingFreeze = () -> {};
    private volatile boolean reachable = true;
    private volatile boolean knowsFreezeChecks = true;
    private int settlementsToLose;

    FakeLockout(BusinessClock clock) {
        this.clock = clock;
    }

    private static final class Customer {
        private int wrongInARow;
        private final Set<UUID> open = new HashSet<>();
        private Instant frozenUntil = Instant.MIN;
        private int reserved;
    }

    private static final class Attempt {
        private final String customerId;
        private final Instant deadline;
        private String outcome = "OPEN";
        private @Nullable Answer answer;

        private Attempt(String customerId, Instant deadline) {
            this.customerId = customerId;
            this.deadline = deadline;
        }
    }

    public synchronized void reset() {
        reachable = true;
        knowsFreezeChecks = true;
        settlementsToLose = 0;
        beforeSettling = () -> {};
        beforeTellingFreeze = () -> {};
    }

    /** From now on no call is answered. */
    public void goAway() {
        reachable = false;
    }

    boolean isReachable() {
        return reachable;
    }

    /** Something that happens after a passcode was checked, before its attempt is settled. */
    public void beforeSettling(Runnable meanwhile) {
        beforeSettling = meanwhile;
    }

    /** Something that happens after a biometric proof was checked, before it is known whether the customer is frozen. */
    public void beforeTellingFreeze(Runnable meanwhile) {
        beforeTellingFreeze = meanwhile;
    }

    /** The next reports of an outcome get lost on the way back. */
    public synchronized void loseAnswersOfSettling(int times) {
        settlementsToLose = times;
    }

    public synchronized void freeze(String customerId, Instant until) {
        customer(customerId).frozenUntil = until;
    }

    public synchronized void unfreeze(String customerId) {
        customer(customerId).frozenUntil = Instant.MIN;
    }

    /** How many attempts of this customer were ever reserved. */
    public synchronized int reservedFor(String customerId) {
        return customer(customerId).reserved;
    }

    public synchronized int wrongInARow(String customerId) {
        return customer(customerId).wrongInARow;
    }

    synchronized Answer reserve(UUID attemptId, String customerId) {
        Attempt known = attempts.get(attemptId);
        if (known != null) {
            return reserved(attemptId, known);
        }
        Customer customer = customer(customerId);
        if (isFrozen(customer)) {
            return FakeNeighbours.problem("frozen", 423, described(customer));
        }
        if (customer.wrongInARow + customer.open.size() >= WRONG_ALLOWED) {
            return FakeNeighbours.problem("too-many-open", 429, Map.of());
        }
        Attempt attempt = new Attempt(customerId, clock.instant().plusSeconds(30));
        attempts.put(attemptId, attempt);
        customer.open.add(attemptId);
        customer.reserved++;
        return reserved(attemptId, attempt);
    }

    Answer settle(UUID attemptId, String customerId, String outcome) {
        beforeSettling.run();
        synchronized (this) {
            Answer answer = settleOnce(attemptId, customerId, outcome);
            if (settlementsToLose > 0) {
                settlementsToLose--;
                return FakeNeighbours.problem("unavailable", 503, Map.of());
            }
            return answer;
        }
    }

    private Answer settleOnce(UUID attemptId, String customerId, String outcome) {
        Attempt attempt = attempts.get(attemptId);
        if (attempt == null || !attempt.customerId.equals(customerId)) {
            return FakeNeighbours.problem("not-found", 404, Map.of());
        }
        if (attempt.answer != null) {
            return attempt.outcome.equals(outcome)
                    ? attempt.answer
                    : FakeNeighbours.problem("attempt-settled", 409, Map.of());
        }
        Customer customer = customer(customerId);
        customer.open.remove(attemptId);
        customer.wrongInARow = outcome.equals("ACCEPTED") ? 0 : customer.wrongInARow + 1;
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("outcome", outcome);
        body.put("attemptsLeft", Math.max(0, WRONG_ALLOWED - customer.wrongInARow));
        if (customer.wrongInARow >= WRONG_ALLOWED) {
            customer.frozenUntil = clock.instant().plus(Duration.ofHours(24));
            body.put("freeze", Map.of("kind", "TEMPORARY", "until", customer.frozenUntil.toString()));
        }
        attempt.outcome = outcome;
        attempt.answer = new Answer(200, body);
        return attempt.answer;
    }

    /** From now on it is one that can be asked about single customers only. */
    public void forgetFreezeChecks() {
        knowsFreezeChecks = false;
    }

    Answer freezesOf(JsonNode customerIds) {
        if (!knowsFreezeChecks) {
            return FakeNeighbours.problem("not-found", 404, Map.of());
        }
        beforeTellingFreeze.run();
        List<Map<String, Object>> customers = new ArrayList<>();
        for (JsonNode customerId : customerIds) {
            Map<String, Object> customer = freeze(customerId.asText());
            customer.put("customerId", customerId.asText());
            customers.add(customer);
        }
        return new Answer(200, Map.of("customers", customers));
    }

    Answer freezeOf(String customerId) {
        beforeTellingFreeze.run();
        return new Answer(200, freeze(customerId));
    }

    private synchronized Map<String, Object> freeze(String customerId) {
        Customer customer = customer(customerId);
        Map<String, Object> body = new LinkedHashMap<>(isFrozen(customer) ? described(customer) : Map.of());
        body.put("frozen", isFrozen(customer));
        return body;
    }

    private boolean isFrozen(Customer customer) {
        return clock.instant().isBefore(customer.frozenUntil);
    }

    private static Map<String, Object> described(Customer customer) {
        return Map.of("kind", "TEMPORARY", "frozenUntil", customer.frozenUntil.toString());
    }

    private static Answer reserved(UUID attemptId, Attempt attempt) {
        return new Answer(201, Map.of("attemptId", attemptId.toString(), "deadline", attempt.deadline.toString()));
    }

    private Customer customer(String customerId) {
        return customers.computeIfAbsent(customerId, _ -> new Customer());
    }
}
