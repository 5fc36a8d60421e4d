package org.mobiletoken.lockout.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.clock.BusinessClock;
import org.mobiletoken.lockout.rules.Attempt;
import org.mobiletoken.lockout.rules.AttemptId;
import org.mobiletoken.lockout.rules.CustomerId;
import org.mobiletoken.lockout.rules.CustomerLockout;
import org.mobiletoken.lockout.rules.Lockout;
import org.mobiletoken.lockout.rules.OpenAttempt;

/**
 * Customers' lockouts, each decided under the lock of its own row.
 *
 * <p>The time is the database's, read after the lock is held: replicas agree on it, and a wait for the lock is not
 * mistaken for time that has not passed.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Customers {

    private static final String CUSTOMER =
            "select version, consecutive, wrong_at, freeze_id, freeze_kind, frozen_at, frozen_until"
                    + " from customer where customer_id = ?";
    private static final String ATTEMPT_COLUMNS = "attempt_id, app, purpose, token_id, reserver, deadline, state,"
            + " attempts_left, freeze_kind, frozen_until";

    /** A statement of its own: one that waited for the lock would still see the attempts and the time of before. */
    private static final String NOW_AND_ATTEMPTS = """
            select now, a.*
            from (select date_trunc('milliseconds', clock_timestamp()) as now) clock
            left join lateral (
                select %1$s from attempt where customer_id = ? and state = 'RESERVED'
                union all
                select %1$s from attempt where customer_id = ? and attempt_id = ? and state <> 'RESERVED'
            ) a on true""".formatted(ATTEMPT_COLUMNS);

    private static final String HOLD = CUSTOMER + " for update; " + NOW_AND_ATTEMPTS;

    private final Sql sql;
    private final BusinessClock clock;

    Customers(Sql sql, BusinessClock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Locks the customer until the transaction ends; nothing if there has never been an attempt. */
    public Optional<CustomerNow> hold(CustomerId id, @Nullable AttemptId attempt) {
        return read(HOLD, id, attempt);
    }

    /** Locks the customer until the transaction ends, as a new one if need be. */
    public CustomerNow holdOrAdd(CustomerId id, AttemptId attempt) {
        return hold(id, attempt).orElseGet(() -> {
            sql.update("insert into customer (customer_id) values (?) on conflict do nothing", id.value());
            return hold(id, attempt).orElseThrow();
        });
    }

    /** Reads without a lock, which is enough to tell but not to decide. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<CustomerNow> look(CustomerId id) {
        return read(CUSTOMER + "; " + NOW_AND_ATTEMPTS, id, null);
    }

    /** What has to be written for the customer to stand there: nothing, if that is what was held. */
    static List<Write> writes(CustomerNow held, Lockout state, long version) {
        if (version == held.version() && state.equals(held.lockout().state())) {
            return List.of();
        }
        int consecutive = state instanceof Lockout.Open open ? open.consecutive() : 0;
        var freeze = state instanceof Lockout.Frozen frozen ? frozen : null;
        return List.of(Write.of(
                """
                update customer
                set version = ?, consecutive = ?, wrong_at = ?, freeze_id = ?, freeze_kind = ?, frozen_at = ?, frozen_until = ?
                where customer_id = ?""",
                version,
                consecutive,
                state.wrong().at(),
                freeze == null ? null : freeze.freezeId().value(),
                freeze == null ? null : freeze.kind(),
                freeze == null ? null : freeze.frozenAt(),
                freeze instanceof Lockout.FrozenUntil temporary ? temporary.until() : null,
                held.id().value()));
    }

    private Optional<CustomerNow> read(String statements, CustomerId id, @Nullable AttemptId attempt) {
        return sql.run(
                statements,
                statement -> {
                    statement.execute();
                    try (var customer = statement.getResultSet()) {
                        return customer.next()
                                ? Optional.of(customerNow(id, attempt, customer, statement))
                                : Optional.empty();
                    }
                },
                id.value(),
                id.value(),
                id.value(),
                attempt == null ? null : attempt.value());
    }

    private CustomerNow customerNow(
            CustomerId id, @Nullable AttemptId asked, ResultSet customer, PreparedStatement statement)
            throws SQLException {
        var state = Rows.lockout(customer);
        long version = customer.getLong("version");
        statement.getMoreResults();
        List<Attempt> attempts = new ArrayList<>();
        Instant now = Instant.MIN;
        try (var rows = statement.getResultSet()) {
            while (rows.next()) {
                now = Sql.instant(rows, "now").plus(clock.offset());
                if (rows.getObject("attempt_id") != null) {
                    attempts.add(Rows.attempt(rows));
                }
            }
        }
        return new CustomerNow(
                id,
                version,
                CustomerLockout.of(state, openAmong(attempts)),
                attempts.stream()
                        .filter(attempt -> attempt.details().id().equals(asked))
                        .findAny()
                        .orElse(null),
                now);
    }

    private static List<OpenAttempt> openAmong(List<Attempt> attempts) {
        return attempts.stream()
                .flatMap(attempt -> switch (attempt.state()) {
                    case Attempt.State.Reserved(var deadline) ->
                        Stream.of(new OpenAttempt(attempt.details().id(), deadline));
                    case Attempt.State.Settled _, Attempt.State.Abandoned _ -> Stream.empty();
                })
                .toList();
    }
}
