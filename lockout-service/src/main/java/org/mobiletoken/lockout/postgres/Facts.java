package org.mobiletoken.lockout.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.lockout.rules.AttemptId;
import org.mobiletoken.lockout.rules.CustomerId;
import org.mobiletoken.lockout.rules.Fact;
import org.mobiletoken.lockout.rules.Lockout;

/** Records what a decision brought about, in the decision's transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Facts {

    private static final String SYSTEM = "lockout-service";

    private final Sql sql;
    private final History history;

    Facts(Sql sql, History history) {
        this.sql = sql;
        this.history = history;
    }

    public void record(CustomerId customer, Fact fact) {
        switch (fact) {
            case Fact.Reserved reserved -> reserve(customer, reserved);
            case Fact.Abandoned abandoned ->
                settle(customer, abandoned.attempt(), "ABANDONED", abandoned.at(), null, null, null);
            case Fact.Settled settled -> settle(customer, settled);
            case Fact.Warned warned ->
                history.add(customer, warned.at(), "WARNED", null, SYSTEM, warned.attemptsLeft() + " left", null);
            case Fact.Froze froze -> freeze(customer, froze.freeze());
            case Fact.Unfroze unfroze -> unfreeze(customer, unfroze);
        }
    }

    private void reserve(CustomerId customer, Fact.Reserved reserved) {
        var attempt = reserved.attempt();
        sql.update(
                """
                insert into attempt (customer_id, attempt_id, app, purpose, token_id, reserver, reserved_at, deadline, state)
                values (?, ?, ?, ?, ?, ?, ?, ?, 'RESERVED')""",
                customer.value(),
                attempt.id().value(),
                attempt.app(),
                attempt.purpose(),
                attempt.tokenId(),
                attempt.reserver(),
                reserved.at(),
                reserved.deadline());
    }

    private void settle(CustomerId customer, Fact.Settled settled) {
        var verdict = settled.verdict();
        var freeze = verdict.freeze();
        settle(
                customer,
                settled.attempt().id(),
                verdict.outcome().name(),
                settled.at(),
                verdict.attemptsLeft(),
                freeze == null ? null : freeze.kind().name(),
                freeze == null ? null : freeze.until());
    }

    private void settle(
            CustomerId customer,
            AttemptId attempt,
            String state,
            Instant at,
            @Nullable Integer attemptsLeft,
            @Nullable String freezeKind,
            @Nullable Instant frozenUntil) {
        sql.update("""
                update attempt
                set state = ?, settled_at = ?, attempts_left = ?, freeze_kind = ?, frozen_until = ?
                where customer_id = ? and attempt_id = ?""", state, at, attemptsLeft, freezeKind, frozenUntil, customer.value(), attempt.value());
    }

    private void freeze(CustomerId customer, Lockout.Frozen freeze) {
        sql.update(
                "insert into customer_freeze (customer_id, freeze_id, kind, frozen_at, frozen_until) values (?, ?, ?, ?, ?)",
                customer.value(),
                freeze.freezeId().value(),
                freeze.kind(),
                freeze.frozenAt(),
                freeze instanceof Lockout.FrozenUntil temporary ? temporary.until() : null);
        history.add(
                customer,
                freeze.frozenAt(),
                "FROZEN",
                freeze.freezeId(),
                SYSTEM,
                freeze.kind().name(),
                null);
    }

    private void unfreeze(CustomerId customer, Fact.Unfroze unfroze) {
        sql.update(
                "update customer_freeze set ended_at = ?, ended_by = ? where customer_id = ? and freeze_id = ?",
                unfroze.at(),
                unfroze.reason(),
                customer.value(),
                unfroze.freezeId().value());
        history.add(
                customer,
                unfroze.at(),
                "UNFROZEN",
                unfroze.freezeId(),
                SYSTEM,
                unfroze.reason().name(),
                null);
    }
}
