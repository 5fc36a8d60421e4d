package org.mobiletoken.lockout.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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

    private static final String CUSTOMERS =
            "select customer_id, version, consecutive, wrong_at, freeze_id, freeze_kind, frozen_at, frozen_until"
                    + " from unnest(?::text[]) with ordinality asked (customer_id, number) join customer c using (customer_id)"
                    + " where " + Sql.FEW;
    private static final String ATTEMPT_COLUMNS = "customer_id, attempt_id, app, purpose, token_id, reserver, deadline,"
            + " state, attempts_left, freeze_kind, frozen_until";

    /** A statement of its own: one that waited for the lock would still see the attempts and the time of before. */
    private static final String NOW_AND_ATTEMPTS = """
            ; select now, a.*
            from (select date_trunc('milliseconds', clock_timestamp()) as now) clock
            left join lateral (
                select %1$s
                from unnest(?::text[]) with ordinality asked (customer_id, number) join attempt using (customer_id)
                where state = 'RESERVED' and %2$s
                union all
                select %1$s
                from unnest(?, ?) with ordinality asked (customer_id, attempt_id, number)
                    join attempt using (customer_id, attempt_id)
                where state <> 'RESERVED' and %2$s
            ) a on true""".formatted(ATTEMPT_COLUMNS, Sql.FEW);

    private static final String LOOK = CUSTOMERS + NOW_AND_ATTEMPTS;
    private static final String HOLD = CUSTOMERS + " for update of c" + NOW_AND_ATTEMPTS;
    private static final String HOLD_FREE = CUSTOMERS + " for update of c skip locked" + NOW_AND_ATTEMPTS;

    private final Sql sql;
    private final BusinessClock clock;

    Customers(Sql sql, BusinessClock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Locks the customer until the transaction ends; nothing if there has never been an attempt. */
    public Optional<CustomerNow> hold(CustomerId id, @Nullable AttemptId attempt) {
        return readOne(HOLD, id, attempt);
    }

    /**
     * Locks until the transaction ends those of the customers that are known and that nobody else holds.
     *
     * @param asked the attempt that is read along with each customer
     */
    public List<CustomerNow> holdFree(Map<CustomerId, AttemptId> asked) {
        return read(HOLD_FREE, asked);
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
    public List<CustomerNow> look(List<CustomerId> ids) {
        Map<CustomerId, @Nullable AttemptId> asked = new LinkedHashMap<>();
        ids.forEach(id -> asked.put(id, null));
        return read(LOOK, asked);
    }

    /** What has to be written for the customer to stand there: nothing, if that is what was held. */
    static List<Write> writes(Change change) {
        var held = change.held();
        var state = change.after().state();
        long version = change.version();
        if (version == held.version() && state.equals(held.lockout().state())) {
            return List.of();
        }
        int consecutive = state instanceof Lockout.Open open ? open.consecutive() : 0;
        var freeze = state instanceof Lockout.Frozen frozen ? frozen : null;
        return List.of(Write.of(
                """
                update customer c
                set version = n.version, consecutive = n.consecutive, wrong_at = n.wrong_at::timestamptz[],
                    freeze_id = n.freeze_id, freeze_kind = n.freeze_kind, frozen_at = n.frozen_at, frozen_until = n.frozen_until
                from unnest(?::text[], ?::bigint[], ?::integer[], ?::text[], ?::uuid[], ?::text[], ?::timestamptz[], ?::timestamptz[])
                    with ordinality
                    n (customer_id, version, consecutive, wrong_at, freeze_id, freeze_kind, frozen_at, frozen_until, number)
                where c.customer_id = n.customer_id and\s""" + Sql.FEW,
                held.id().value(),
                version,
                consecutive,
                state.wrong().at(),
                freeze == null ? null : freeze.freezeId().value(),
                freeze == null ? null : freeze.kind(),
                freeze == null ? null : freeze.frozenAt(),
                freeze instanceof Lockout.FrozenUntil temporary ? temporary.until() : null));
    }

    private Optional<CustomerNow> readOne(String statements, CustomerId id, @Nullable AttemptId attempt) {
        return read(statements, Collections.singletonMap(id, attempt)).stream().findAny();
    }

    private List<CustomerNow> read(String statements, Map<CustomerId, ? extends @Nullable AttemptId> asked) {
        var ids = asked.keySet().stream().map(CustomerId::value).toArray(String[]::new);
        var attempts = asked.values().stream()
                .map(attempt -> attempt == null ? null : attempt.value())
                .toArray(UUID[]::new);
        return sql.run(statements, statement -> customersNow(asked, statement), ids, ids, ids, attempts);
    }

    private List<CustomerNow> customersNow(
            Map<CustomerId, ? extends @Nullable AttemptId> asked, PreparedStatement statement) throws SQLException {
        statement.execute();
        List<Row> rows;
        try (var customers = statement.getResultSet()) {
            rows = Sql.all(customers, Row::of);
        }
        statement.getMoreResults();
        Map<CustomerId, List<Attempt>> attempts = new HashMap<>();
        Instant now = Instant.MIN;
        try (var found = statement.getResultSet()) {
            while (found.next()) {
                now = Sql.instant(found, "now").plus(clock.offset());
                var customer = found.getString("customer_id");
                if (customer != null) {
                    attempts.computeIfAbsent(new CustomerId(customer), _ -> new ArrayList<>())
                            .add(Rows.attempt(found));
                }
            }
        }
        List<CustomerNow> held = new ArrayList<>();
        for (var row : rows) {
            held.add(row.now(now, attempts.getOrDefault(row.id(), List.of()), asked.get(row.id())));
        }
        return held;
    }

    private record Row(CustomerId id, long version, Lockout lockout) {
        static Row of(ResultSet row) throws SQLException {
            return new Row(new CustomerId(row.getString("customer_id")), row.getLong("version"), Rows.lockout(row));
        }

        CustomerNow now(Instant now, List<Attempt> attempts, @Nullable AttemptId asked) {
            var attempt = attempts.stream()
                    .filter(recorded -> recorded.details().id().equals(asked))
                    .findAny();
            return new CustomerNow(
                    id, version, CustomerLockout.of(lockout, openAmong(attempts)), attempt.orElse(null), now);
        }
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
