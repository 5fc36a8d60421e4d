package org.mobiletoken.lockout;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import org.mobiletoken.lockout.etoken.ETokenVerifier;
import org.mobiletoken.lockout.postgres.AssignedETokens;
import org.mobiletoken.lockout.postgres.Customers;
import org.mobiletoken.lockout.postgres.History;
import org.mobiletoken.lockout.rules.CustomerId;
import org.mobiletoken.lockout.rules.ETokenAssignment;
import org.mobiletoken.lockout.rules.ETokenId;
import org.mobiletoken.lockout.rules.StaffMember;

/** A branch officer hands an e-token to a customer: one per customer, and each to one customer. */
@ApplicationScoped
public class AssignEToken {

    /** What came of it. */
    public sealed interface Assignment {
        /** Assigned now, or before. */
        record Assigned(ETokenAssignment assignment) implements Assignment {}

        record NoSuchEToken() implements Assignment {}

        /** The customer's other e-token has to be taken away first. */
        record HasAnother() implements Assignment {}

        record WithAnotherCustomer() implements Assignment {}
    }

    private final ETokenVerifier verifier;
    private final Customers customers;
    private final AssignedETokens assigned;
    private final History history;

    AssignEToken(ETokenVerifier verifier, Customers customers, AssignedETokens assigned, History history) {
        this.verifier = verifier;
        this.customers = customers;
        this.assigned = assigned;
        this.history = history;
    }

    public Assignment assign(CustomerId customer, ETokenId eToken, String reference, StaffMember officer) {
        return verifier.knows(eToken)
                ? QuarkusTransaction.requiringNew().call(() -> assignKnown(customer, eToken, reference, officer))
                : new Assignment.NoSuchEToken();
    }

    private Assignment assignKnown(CustomerId customer, ETokenId eToken, String reference, StaffMember officer) {
        assigned.addCustomer(customer);
        var now = customers.hold(customer, null).orElseThrow().now();
        var before = assigned.of(customer);
        if (before.isPresent()) {
            return before.get().eToken().equals(eToken)
                    ? new Assignment.Assigned(before.get())
                    : new Assignment.HasAnother();
        }
        var assignment = new ETokenAssignment(eToken, reference, now);
        if (!assigned.assign(customer, assignment)) {
            return new Assignment.WithAnotherCustomer();
        }
        history.add(customer, now, "E_TOKEN_ASSIGNED", null, officer.name(), eToken.toString(), reference);
        return new Assignment.Assigned(assignment);
    }
}
