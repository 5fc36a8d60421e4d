package org.mobiletoken.lockout.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One customer's story, told in attempts and passing time, and kept as the database would keep it. */
final class Story {

    static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    static final String RESERVER = "enrolment-service";
    static final UUID TOKEN = new UUID(7, 7);

    private final LockoutPolicy policy;
    private final Map<AttemptId, Attempt> attempts = new HashMap<>();
    private final List<Fact> facts = new ArrayList<>();
    private CustomerLockout customer;
    private Instant now = START;
    private long lastAttempt;

    Story() {
        this(LockoutPolicy.BANK);
    }

    Story(LockoutPolicy policy) {
        this(policy, Lockout.UNTOUCHED);
    }

    Story(LockoutPolicy policy, Lockout state) {
        this.policy = policy;
        this.customer = CustomerLockout.of(state, List.of());
    }

    /** The same customer, from here on under another policy. */
    Story under(LockoutPolicy other) {
        var story = new Story(other, customer.state());
        story.customer = customer;
        story.attempts.putAll(attempts);
        story.now = now;
        story.lastAttempt = lastAttempt;
        return story;
    }

    static AttemptId attempt(long number) {
        return new AttemptId(new UUID(0, number));
    }

    static AttemptDetails details(AttemptId id) {
        return new AttemptDetails(id, "mobile-banking", Purpose.LOGIN, TOKEN, RESERVER);
    }

    Story pass(Duration duration) {
        now = now.plus(duration);
        return this;
    }

    Story goTo(Instant instant) {
        now = instant;
        return this;
    }

    Reservation reserve(AttemptId id) {
        return reserve(details(id));
    }

    Reservation reserve(AttemptDetails wanted) {
        var reservation = Reservation.of(wanted, attempts.get(wanted.id()), customer, now, policy);
        keep(reservation.after());
        return reservation;
    }

    Reservation reserve() {
        return reserve(attempt(++lastAttempt));
    }

    AttemptId reserved() {
        assertThat(reserve()).isInstanceOf(Reservation.Granted.class);
        return attempt(lastAttempt);
    }

    Settlement settle(AttemptId id, Outcome outcome) {
        return settle(id, RESERVER, outcome);
    }

    Settlement settle(AttemptId id, String client, Outcome outcome) {
        var settlement = Settlement.of(attempts.get(id), client, outcome, customer, now, policy);
        keep(settlement.after());
        return settlement;
    }

    Verdict enter(Outcome outcome) {
        return ((Settlement.Done) settle(reserved(), outcome)).verdict();
    }

    Verdict wrong() {
        return enter(Outcome.REJECTED);
    }

    Story wrong(int times) {
        for (int i = 0; i < times; i++) {
            wrong();
        }
        return this;
    }

    Story right() {
        enter(Outcome.ACCEPTED);
        return this;
    }

    Unfreezing unfreeze(FreezeId freeze, WayOut way) {
        var unfreezing = Unfreezing.of(freeze, way, customer, now, policy, WaysOut.BANK);
        keep(unfreezing.after());
        return unfreezing;
    }

    Lockout state() {
        keep(customer.at(now, policy));
        return customer.state();
    }

    int attemptsLeft() {
        return policy.attemptsLeft(state(), now);
    }

    Instant now() {
        return now;
    }

    List<OpenAttempt> open() {
        return customer.open();
    }

    List<Fact> facts() {
        return facts;
    }

    <F extends Fact> List<F> facts(Class<F> type) {
        return facts.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private void record(AttemptDetails details, Attempt.State state) {
        attempts.put(details.id(), new Attempt(details, state));
    }

    private void keep(CustomerLockout after) {
        for (var fact : after.facts()) {
            switch (fact) {
                case Fact.Reserved reserved ->
                    record(reserved.attempt(), new Attempt.State.Reserved(reserved.deadline()));
                case Fact.Abandoned abandoned ->
                    record(attempts.get(abandoned.attempt()).details(), new Attempt.State.Abandoned());
                case Fact.Settled settled -> record(settled.attempt(), new Attempt.State.Settled(settled.verdict()));
                case Fact.Warned _, Fact.Froze _, Fact.Unfroze _ -> {}
            }
        }
        facts.addAll(after.facts());
        customer = CustomerLockout.of(after.state(), after.open());
    }
}
