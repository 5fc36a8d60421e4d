package org.mobiletoken.lockout.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.lockout.rules.CustomerId;
import org.mobiletoken.lockout.rules.ETokenWay;

/** What customers have used up of the e-token's way out; the customer is locked by whoever changes it. */
@ApplicationScoped
public class ETokenWays {

    private final Sql sql;

    ETokenWays(Sql sql) {
        this.sql = sql;
    }

    public ETokenWay of(CustomerId customer) {
        return sql
                .query(
                        "select wrong_codes, try_id, try_until, unfrozen_at from e_token_way where customer_id = ?",
                        row -> new ETokenWay(
                                row.getInt("wrong_codes"), openTry(row), Sql.instantOrNull(row, "unfrozen_at")),
                        customer.value())
                .stream()
                .findAny()
                .orElse(ETokenWay.UNUSED);
    }

    public void save(CustomerId customer, ETokenWay way) {
        var open = way.open();
        sql.update(
                """
                insert into e_token_way (customer_id, wrong_codes, try_id, try_until, unfrozen_at)
                values (?, ?, ?, ?, ?)
                on conflict (customer_id) do update
                set wrong_codes = excluded.wrong_codes, try_id = excluded.try_id, try_until = excluded.try_until,
                    unfrozen_at = excluded.unfrozen_at""",
                customer.value(),
                way.wrongCodes(),
                open == null ? null : open.id(),
                open == null ? null : open.deadline(),
                way.unfrozenAt());
    }

    /** Forgets the wrong codes, once the branch has lifted a freeze. */
    public void reopen(CustomerId customer) {
        sql.update("update e_token_way set wrong_codes = 0 where customer_id = ?", customer.value());
    }

    private static ETokenWay.@Nullable OpenTry openTry(ResultSet row) throws SQLException {
        var deadline = Sql.instantOrNull(row, "try_until");
        return deadline == null ? null : new ETokenWay.OpenTry(row.getObject("try_id", UUID.class), deadline);
    }
}
