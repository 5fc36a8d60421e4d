package org.mobiletoken.lockout.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.mobiletoken.delivery.Outbox;
import org.mobiletoken.delivery.OutgoingEvent;
import org.mobiletoken.events.EventTypes;
import org.mobiletoken.events.lockout.LockoutEvent;
import org.mobiletoken.events.lockout.PasscodeRejected;
import org.mobiletoken.events.lockout.PermanentFreezeWarned;
import org.mobiletoken.events.lockout.TokenFrozen;
import org.mobiletoken.events.lockout.TokenUnfrozen;
import org.mobiletoken.lockout.rules.CustomerId;
import org.mobiletoken.lockout.rules.EndOfFreeze;
import org.mobiletoken.lockout.rules.Fact;
import org.mobiletoken.lockout.rules.FreezeKind;
import org.mobiletoken.lockout.rules.Lockout;
import org.mobiletoken.lockout.rules.Outcome;

/** Facts that others need to know, as events, each with the customer's next version. */
@ApplicationScoped
public class LockoutEvents {

    private static final String SOURCE = "/mobile-token/lockout-service";

    private final Outbox outbox;

    LockoutEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Publishes the fact if it is anybody else's business; returns the customer's version afterwards. */
    public long publish(CustomerId customer, Fact fact, long version) {
        var event = event(customer.value(), fact, version + 1);
        event.ifPresent(told -> outbox.add(new OutgoingEvent(
                UUID.randomUUID(),
                EventTypes.topicOf(told.getClass()),
                told.customerId(),
                EventTypes.of(told.getClass()),
                SOURCE,
                fact.at(),
                EventTypes.json(told))));
        return event.isPresent() ? version + 1 : version;
    }

    static Optional<LockoutEvent> event(String customer, Fact fact, long version) {
        return switch (fact) {
            case Fact.Settled settled
            when settled.verdict().outcome() == Outcome.REJECTED -> Optional.of(rejected(customer, settled, version));
            case Fact.Warned warned ->
                Optional.of(new PermanentFreezeWarned(customer, warned.attemptsLeft(), warned.at(), version));
            case Fact.Froze froze -> Optional.of(frozen(customer, froze.freeze(), version));
            case Fact.Unfroze unfroze ->
                Optional.of(new TokenUnfrozen(
                        customer, unfroze.freezeId().value(), reason(unfroze.reason()), unfroze.at(), version));
            case Fact.Reserved _, Fact.Abandoned _, Fact.Settled _ -> Optional.empty();
        };
    }

    private static LockoutEvent rejected(String customer, Fact.Settled settled, long version) {
        var attempt = settled.attempt();
        return new PasscodeRejected(
                customer,
                attempt.id().value(),
                attempt.app(),
                attempt.purpose().text(),
                settled.verdict().attemptsLeft(),
                settled.at(),
                version);
    }

    private static LockoutEvent frozen(String customer, Lockout.Frozen freeze, long version) {
        return new TokenFrozen(
                customer,
                freeze.freezeId().value(),
                kind(freeze.kind()),
                freeze.frozenAt(),
                freeze instanceof Lockout.FrozenUntil temporary ? temporary.until() : null,
                version);
    }

    private static TokenFrozen.Kind kind(FreezeKind kind) {
        return switch (kind) {
            case TEMPORARY -> TokenFrozen.Kind.TEMPORARY;
            case PERMANENT -> TokenFrozen.Kind.PERMANENT;
        };
    }

    private static TokenUnfrozen.Reason reason(EndOfFreeze reason) {
        return switch (reason) {
            case EXPIRED -> TokenUnfrozen.Reason.EXPIRED;
            case BRANCH -> TokenUnfrozen.Reason.BRANCH;
            case E_TOKEN -> TokenUnfrozen.Reason.E_TOKEN;
        };
    }
}
