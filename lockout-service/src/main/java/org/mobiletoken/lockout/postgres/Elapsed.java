package org.mobiletoken.lockout.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mobiletoken.clock.BusinessClock;
import org.mobiletoken.lockout.rules.CustomerId;
import org.mobiletoken.lockout.rules.FreezeKind;

/** Finds customers whom time has changed, and deletes what has been kept long enough. */
@ApplicationScoped
public class Elapsed {

    private static final String NOW = "(clock_timestamp() + cast(? as interval))";

    private final Sql sql;
    private final BusinessClock clock;

    Elapsed(Sql sql, BusinessClock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Customers with an attempt past its deadline or a freeze past its end. */
    public List<CustomerId> customers(int limit) {
        return sql.query(
                """
                select customer_id from attempt where state = 'RESERVED' and deadline <= %1$s
                union
                select customer_id from customer where frozen_until <= %1$s
                limit ?""".formatted(NOW), row -> new CustomerId(row.getString("customer_id")), offset(), offset(), limit);
    }

    /** Freezes that nobody and nothing has ended yet. */
    public Map<FreezeKind, Long> countInForce() {
        return sql
                .query(
                        "select kind, count(*) as freezes from customer_freeze where ended_at is null group by kind",
                        row -> Map.entry(FreezeKind.valueOf(row.getString("kind")), row.getLong("freezes")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public int purgeAttempts(Duration keep) {
        return sql.update("delete from attempt where settled_at < " + NOW, before(keep));
    }

    /** Deletes history and ended freezes, with the requests to lift them. */
    public int purgeHistory(Duration keep) {
        return sql.update("delete from history where at < " + NOW, before(keep))
                + sql.update("delete from customer_freeze where ended_at < " + NOW, before(keep));
    }

    private String before(Duration keep) {
        return clock.offset().minus(keep).toString();
    }

    private String offset() {
        return clock.offset().toString();
    }
}
