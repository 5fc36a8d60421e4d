package org.mobiletoken.lockout.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.lockout.rules.BranchUnfreeze;
import org.mobiletoken.lockout.rules.CustomerId;
import org.mobiletoken.lockout.rules.FreezeId;
import org.mobiletoken.lockout.rules.StaffMember;

/** The branch's requests to lift a freeze; the customer is locked by whoever writes one. */
@ApplicationScoped
public class Unfreezes {

    private static final String SELECT = "select unfreeze_id, freeze_id, reason, reference, opened_by, opened_by_name,"
            + " opened_at, approved_by, approved_by_name, lifted_at from unfreeze where customer_id = ? ";

    private final Sql sql;

    Unfreezes(Sql sql) {
        this.sql = sql;
    }

    public void add(CustomerId customer, BranchUnfreeze unfreeze) {
        sql.update(
                """
                insert into unfreeze (customer_id, unfreeze_id, freeze_id, reason, reference, opened_by, opened_by_name,
                                      opened_at, lifted_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                customer.value(),
                unfreeze.id(),
                unfreeze.freezeId().value(),
                unfreeze.reason(),
                unfreeze.reference(),
                unfreeze.openedBy().id(),
                unfreeze.openedBy().name(),
                unfreeze.openedAt(),
                unfreeze.liftedAt());
    }

    public void saveLifted(CustomerId customer, BranchUnfreeze unfreeze) {
        var approver = unfreeze.approvedBy();
        sql.update(
                """
                update unfreeze set approved_by = ?, approved_by_name = ?, lifted_at = ?
                where customer_id = ? and unfreeze_id = ?""",
                approver == null ? null : approver.id(),
                approver == null ? null : approver.name(),
                unfreeze.liftedAt(),
                customer.value(),
                unfreeze.id());
    }

    public Optional<BranchUnfreeze> find(CustomerId customer, UUID id) {
        return sql.query(SELECT + "and unfreeze_id = ?", Unfreezes::unfreeze, customer.value(), id).stream()
                .findAny();
    }

    public List<BranchUnfreeze> of(CustomerId customer, FreezeId freeze) {
        return sql.query(
                SELECT + "and freeze_id = ? order by opened_at, unfreeze_id",
                Unfreezes::unfreeze,
                customer.value(),
                freeze.value());
    }

    /** Whether the customer has ever been frozen by that freeze. */
    public boolean knowsFreeze(CustomerId customer, FreezeId freeze) {
        return !sql.query(
                        "select 1 from customer_freeze where customer_id = ? and freeze_id = ?",
                        row -> row.getInt(1),
                        customer.value(),
                        freeze.value())
                .isEmpty();
    }

    private static BranchUnfreeze unfreeze(ResultSet row) throws SQLException {
        return new BranchUnfreeze(
                row.getObject("unfreeze_id", UUID.class),
                new FreezeId(row.getObject("freeze_id", UUID.class)),
                row.getString("reason"),
                row.getString("reference"),
                new StaffMember(row.getString("opened_by"), row.getString("opened_by_name")),
                Sql.instant(row, "opened_at"),
                approver(row),
                Sql.instantOrNull(row, "lifted_at"));
    }

    private static @Nullable StaffMember approver(ResultSet row) throws SQLException {
        var id = row.getString("approved_by");
        return id == null ? null : new StaffMember(id, row.getString("approved_by_name"));
    }
}
