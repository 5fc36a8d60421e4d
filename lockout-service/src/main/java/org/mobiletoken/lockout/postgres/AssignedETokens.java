package org.mobiletoken.lockout.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.mobiletoken.lockout.rules.CustomerId;
import org.mobiletoken.lockout.rules.ETokenAssignment;
import org.mobiletoken.lockout.rules.ETokenId;

/** Which customer has which e-token; the customer is locked by whoever changes it. */
@ApplicationScoped
public class AssignedETokens {

    private final Sql sql;

    AssignedETokens(Sql sql) {
        this.sql = sql;
    }

    /** Makes the customer one that can be locked, before there has been any attempt. */
    public void addCustomer(CustomerId customer) {
        sql.update("insert into customer (customer_id) values (?) on conflict do nothing", customer.value());
    }

    public Optional<ETokenAssignment> of(CustomerId customer) {
        return sql
                .query(
                        """
                        select manufacturer, serial_number, reference, assigned_at
                        from customer_e_token where customer_id = ?""",
                        row -> new ETokenAssignment(
                                new ETokenId(row.getString("manufacturer"), row.getString("serial_number")),
                                row.getString("reference"),
                                Sql.instant(row, "assigned_at")),
                        customer.value())
                .stream()
                .findAny();
    }

    /** Whether it could be assigned: not while another customer has it. */
    public boolean assign(CustomerId customer, ETokenAssignment assignment) {
        return sql.update(
                        """
                        insert into customer_e_token (customer_id, manufacturer, serial_number, reference, assigned_at)
                        values (?, ?, ?, ?, ?) on conflict do nothing""",
                        customer.value(),
                        assignment.eToken().manufacturer(),
                        assignment.eToken().serialNumber(),
                        assignment.reference(),
                        assignment.assignedAt())
                > 0;
    }

    public void takeAway(CustomerId customer) {
        sql.update("delete from customer_e_token where customer_id = ?", customer.value());
    }
}
