package org.mobiletoken.lockout.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.lockout.rules.CustomerId;
import org.mobiletoken.lockout.rules.FreezeId;
import org.mobiletoken.lockout.rules.HistoryLine;

/** Attempts, freezes, unfreezing and what staff did about a customer; only added to. */
@ApplicationScoped
public class History {

    private final Sql sql;

    History(Sql sql) {
        this.sql = sql;
    }

    public void add(
            CustomerId customer,
            Instant at,
            String kind,
            @Nullable FreezeId freeze,
            String actor,
            @Nullable String cause,
            @Nullable String reference) {
        sql.updateAll(List.of(List.of(line(customer, at, kind, freeze, actor, cause, reference))));
    }

    static Write line(
            CustomerId customer,
            Instant at,
            String kind,
            @Nullable FreezeId freeze,
            String actor,
            @Nullable String cause,
            @Nullable String reference) {
        return Write.of(
                """
                insert into history (customer_id, at, kind, freeze_id, actor, cause, reference)
                select * from unnest(?::text[], ?::timestamptz[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[])""", customer.value(), at, kind, freeze == null ? null : freeze.value(), actor, cause, reference);
    }

    /** The newest lines before a place, newest first. */
    public List<HistoryLine> before(CustomerId customer, HistoryLine.Place place, int limit) {
        return sql.query("""
                select * from history_line
                where customer_id = ? and (at, rank, id) < (?, ?, ?)
                order by at desc, rank desc, id desc
                limit ?""", History::line, customer.value(), place.at(), place.rank(), place.id(), limit);
    }

    private static HistoryLine line(ResultSet row) throws SQLException {
        return new HistoryLine(
                new HistoryLine.Place(Sql.instant(row, "at"), row.getLong("rank"), row.getObject("id", UUID.class)),
                row.getString("kind"),
                row.getString("app"),
                row.getString("purpose"),
                row.getObject("freeze_id", UUID.class),
                row.getString("actor"),
                row.getString("cause"),
                row.getString("reference"));
    }
}
