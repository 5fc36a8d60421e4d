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
import org.mobiletoken.lockout.rules.LockoutPolicy;
import org.mobiletoken.lockout.rules.StaffMember;
import org.mobiletoken.lockout.rules.Unfreezing;
import org.mobiletoken.lockout.rules.WayOut;
import org.mobiletoken.lockout.rules.WaysOut;

/** A second person approves what an officer opened, and the freeze named in it, and no other, is lifted. */
@ApplicationScoped
public class ApproveUnfreeze {

    /** What came of it. */
    public sealed interface Approval {
        /** Lifted now, or by the same approver before. */
        record Lifted(BranchUnfreeze unfreeze) implements Approval {}

        record NoSuchUnfreeze() implements Approval {}

        record SamePerson() implements Approval {}

        /** The freeze has ended some other way. */
        record FreezeOver() implements Approval {}

        record WayClosed() implements Approval {}
    }

    private final Customers customers;
    private final Unfreezes unfreezes;
    private final History history;
    private final RecordDecision decisions;
    private final LockoutPolicy policy;
    private final WaysOut waysOut;

    ApproveUnfreeze(
            Customers customers,
            Unfreezes unfreezes,
            History history,
            RecordDecision decisions,
            LockoutPolicy policy,
            WaysOut waysOut) {
        this.customers = customers;
        this.unfreezes = unfreezes;
        this.history = history;
        this.decisions = decisions;
        this.policy = policy;
        this.waysOut = waysOut;
    }

    @Transactional
    public Approval approve(CustomerId customer, UUID unfreezeId, StaffMember approver) {
        return customers
                .hold(customer, null)
                .flatMap(
                        held -> unfreezes.find(customer, unfreezeId).map(unfreeze -> approve(held, unfreeze, approver)))
                .orElseGet(Approval.NoSuchUnfreeze::new);
    }

    private Approval approve(CustomerNow held, BranchUnfreeze unfreeze, StaffMember approver) {
        return switch (unfreeze.approvalBy(approver)) {
            case BY_THE_SAME_PERSON -> new Approval.SamePerson();
            case LIFTED_BEFORE -> new Approval.Lifted(unfreeze);
            case LIFTED_BY_ANOTHER -> new Approval.FreezeOver();
            case LIFTS -> lift(held, unfreeze, approver);
        };
    }

    private Approval lift(CustomerNow held, BranchUnfreeze unfreeze, StaffMember approver) {
        var unfreezing = Unfreezing.of(unfreeze.freezeId(), WayOut.BRANCH, held.lockout(), held.now(), policy, waysOut);
        decisions.record(held, unfreezing.after());
        return switch (unfreezing) {
            case Unfreezing.Lifted _ -> {
                var lifted = unfreeze.lifted(approver, held.now());
                unfreezes.saveLifted(held.id(), lifted);
                history.add(
                        held.id(),
                        held.now(),
                        "UNFREEZE_APPROVED",
                        unfreeze.freezeId(),
                        approver.name(),
                        unfreeze.reason(),
                        unfreeze.reference());
                yield new Approval.Lifted(lifted);
            }
            case Unfreezing.NotInForce _ -> new Approval.FreezeOver();
            case Unfreezing.WayClosed _ -> new Approval.WayClosed();
        };
    }
}
