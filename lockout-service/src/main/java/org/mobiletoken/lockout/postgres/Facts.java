package org.mobiletoken.lockout.postgres;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.lockout.rules.AttemptId;
import org.mobiletoken.lockout.rules.CustomerId;
import org.mobiletoken.lockout.rules.Fact;
import org.mobiletoken.lockout.rules.Lockout;

/** What has to be written for each fact that a decision brought about. */
final class Facts {

    private static final String SYSTEM = "lockout-service";

    private Facts() {}

    static List<Write> writes(CustomerId customer, Fact fact) {
        return switch (fact) {
            case Fact.Reserved reserved -> List.of(reserve(customer, reserved));
            case Fact.Abandoned abandoned ->
                List.of(settle(customer, abandoned.attempt(), "ABANDONED", abandoned.at(), null, null, null));
            case Fact.Settled settled -> List.of(settle(customer, settled));
            case Fact.Warned warned ->
                List.of(History.line(
                        customer, warned.at(), "WARNED", null, SYSTEM, warned.attemptsLeft() + " left", null));
            case Fact.Froze froze -> freeze(customer, froze.freeze());
            case Fact.Unfroze unfroze -> unfreeze(customer, unfroze);
        };
    }

    private static Write reserve(CustomerId customer, Fact.Reserved reserved) {
        var attempt = reserved.attempt();
        return Write.of(
                """
                insert into attempt (customer_id, attempt_id, app, purpose, token_id, reserver, reserved_at, deadline, state)
                select *, 'RESERVED'
                from unnest(?::text[], ?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::text[], ?::timestamptz[], ?::timestamptz[])""",
                customer.value(),
                attempt.id().value(),
                attempt.app(),
                attempt.purpose(),
                attempt.tokenId(),
                attempt.reserver(),
                reserved.at(),
                reserved.deadline());
    }

    private static Write settle(CustomerId customer, Fact.Settled settled) {
        var verdict = settled.verdict();
        var freeze = verdict.freeze();
        return settle(
                customer,
                settled.attempt().id(),
                verdict.outcome().name(),
                settled.at(),
                verdict.attemptsLeft(),
                freeze == null ? null : freeze.kind().name(),
                freeze == null ? null : freeze.until());
    }

    private static Write settle(
            CustomerId customer,
            AttemptId attempt,
            String state,
            Instant at,
            @Nullable Integer attemptsLeft,
            @Nullable String freezeKind,
            @Nullable Instant frozenUntil) {
        return Write.of(
                """
                update attempt a
                set state = s.state, settled_at = s.at, attempts_left = s.attempts_left, freeze_kind = s.freeze_kind,
                    frozen_until = s.frozen_until
                from unnest(?::text[], ?::uuid[], ?::text[], ?::timestamptz[], ?::integer[], ?::text[], ?::timestamptz[])
                    with ordinality s (customer_id, attempt_id, state, at, attempts_left, freeze_kind, frozen_until, number)
                where a.customer_id = s.customer_id and a.attempt_id = s.attempt_id and\s""" + Sql.FEW, customer.value(), attempt.value(), state, at, attemptsLeft, freezeKind, frozenUntil);
    }

    private static List<Write> freeze(CustomerId customer, Lockout.Frozen freeze) {
        var freezing = Write.of(
                """
                insert into customer_freeze (customer_id, freeze_id, kind, frozen_at, frozen_until)
                select * from unnest(?::text[], ?::uuid[], ?::text[], ?::timestamptz[], ?::timestamptz[])""",
                customer.value(),
                freeze.freezeId().value(),
                freeze.kind(),
                freeze.frozenAt(),
                freeze instanceof Lockout.FrozenUntil temporary ? temporary.until() : null);
        return List.of(
                freezing,
                History.line(
                        customer,
                        freeze.frozenAt(),
                        "FROZEN",
                        freeze.freezeId(),
                        SYSTEM,
                        freeze.kind().name(),
                        null));
    }

    private static List<Write> unfreeze(CustomerId customer, Fact.Unfroze unfroze) {
        var ending = Write.of("""
                update customer_freeze f
                set ended_at = e.at, ended_by = e.reason
                from unnest(?::text[], ?::uuid[], ?::timestamptz[], ?::text[]) e (customer_id, freeze_id, at, reason)
                where f.customer_id = e.customer_id and f.freeze_id = e.freeze_id""", customer.value(), unfroze.freezeId().value(), unfroze.at(), unfroze.reason());
        return List.of(
                ending,
                History.line(
                        customer,
                        unfroze.at(),
                        "UNFROZEN",
                        unfroze.freezeId(),
                        SYSTEM,
                        unfroze.reason().name(),
                        null));
    }
}
