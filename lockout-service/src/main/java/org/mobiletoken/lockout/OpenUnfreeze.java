package org.mobiletoken.lockout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.mobiletoken.lockout.postgres.CustomerNow;
import org.mobiletoken.lockout.postgres.Customers;
import org.mobiletoken.lockout.postgres.History;
import org.mobiletoken.lockout.postgres.Unfreezes;
import org.mobiletoken.lockout.rules.BranchUnfreeze;
import org.mobiletoken.lockout.rules.CustomerId;
import org.mobiletoken.lockout.rules.FreezeId;
import org.mobiletoken.lockout.rules.LockoutPolicy;
import org.mobiletoken.lockout.rules.StaffMember;
import org.mobiletoken.lockout.rules.Unfreezing;
import org.mobiletoken.lockout.rules.WayOut;
import org.mobiletoken.lockout.rules.WaysOut;

/** A branch officer opens the unfreezing of one freeze; it takes effect at once only where no approval is required. */
@ApplicationScoped
public class OpenUnfreeze {

    /** What came of it. */
    public sealed interface Opening {
        record Opened(BranchUnfreeze unfreeze) implements Opening {}

        record NoSuchFreeze() implements Opening {}

        record FreezeOver() implements Opening {}

        record WayClosed() implements Opening {}
    }

    private final Customers customers;
    private final Unfreezes unfreezes;
    private final History history;
    private final RecordDecision decisions;
    private final LockoutPolicy policy;
    private final WaysOut waysOut;
    private final boolean approvalRequired;

    OpenUnfreeze(
            Customers customers,
            Unfreezes unfreezes,
            History history,
            RecordDecision decisions,
            LockoutPolicy policy,
            WaysOut waysOut,
            LockoutSettings settings) {
        this.customers = customers;
        this.unfreezes = unfreezes;
        this.history = history;
        this.decisions = decisions;
        this.policy = policy;
        this.waysOut = waysOut;
        this.approvalRequired = settings.approvalRequired();
    }

    @Transactional
    public Opening open(CustomerId customer, FreezeId freeze, String reason, String reference, StaffMember officer) {
        return customers
                .hold(customer, null)
                .map(held -> open(held, freeze, reason, reference, officer))
                .orElseGet(Opening.NoSuchFreeze::new);
    }

    private Opening open(CustomerNow held, FreezeId freeze, String reason, String reference, StaffMember officer) {
        var unfreezing = Unfreezing.of(freeze, WayOut.BRANCH, held.lockout(), held.now(), policy, waysOut);
        var current = held.lockout().at(held.now(), policy);
        decisions.record(
                held, unfreezing instanceof Unfreezing.Lifted && !approvalRequired ? unfreezing.after() : current);
        return switch (unfreezing) {
            case Unfreezing.Lifted _ -> new Opening.Opened(opened(held, freeze, reason, reference, officer));
            case Unfreezing.WayClosed _ -> new Opening.WayClosed();
            case Unfreezing.NotInForce _ ->
                unfreezes.knowsFreeze(held.id(), freeze) ? new Opening.FreezeOver() : new Opening.NoSuchFreeze();
        };
    }

    private BranchUnfreeze opened(
            CustomerNow held, FreezeId freeze, String reason, String reference, StaffMember officer) {
        var unfreeze = new BranchUnfreeze(
                UUID.randomUUID(),
                freeze,
                reason,
                reference,
                officer,
                held.now(),
                null,
                approvalRequired ? null : held.now());
        unfreezes.add(held.id(), unfreeze);
        history.add(held.id(), held.now(), "UNFREEZE_OPENED", freeze, officer.name(), reason, reference);
        return unfreeze;
    }
}
