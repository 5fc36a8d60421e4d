package org.mobiletoken.lockout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.mobiletoken.lockout.postgres.AssignedETokens;
import org.mobiletoken.lockout.postgres.CustomerNow;
import org.mobiletoken.lockout.postgres.Customers;
import org.mobiletoken.lockout.postgres.History;
import org.mobiletoken.lockout.rules.CustomerId;
import org.mobiletoken.lockout.rules.StaffMember;

/** A branch officer takes a customer's e-token out of use, because it is lost or broken. */
@ApplicationScoped
public class TakeETokenAway {

    private final Customers customers;
    private final AssignedETokens assigned;
    private final History history;

    TakeETokenAway(Customers customers, AssignedETokens assigned, History history) {
        this.customers = customers;
        this.assigned = assigned;
        this.history = history;
    }

    /** Whether the customer had one. */
    @Transactional
    public boolean takeAway(CustomerId customer, String reference, StaffMember officer) {
        return customers
                .hold(customer, null)
                .filter(held -> takeAway(held, reference, officer))
                .isPresent();
    }

    private boolean takeAway(CustomerNow held, String reference, StaffMember officer) {
        var before = assigned.of(held.id());
        before.ifPresent(assignment -> {
            assigned.takeAway(held.id());
            history.add(
                    held.id(),
                    held.now(),
                    "E_TOKEN_TAKEN_AWAY",
                    null,
                    officer.name(),
                    assignment.eToken().toString(),
                    reference);
        });
        return before.isPresent();
    }
}
