package org.mobiletoken.lockout.rules;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An officer's request to lift one freeze, which takes effect once a second person has approved it.
 *
 * @param approvedBy absent while pending, and where the bank asks for no second person
 * @param liftedAt absent while pending
 */
public record BranchUnfreeze(
        UUID id,
        FreezeId freezeId,
        String reason,
        String reference,
        StaffMember openedBy,
        Instant openedAt,
        @Nullable StaffMember approvedBy,
        @Nullable Instant liftedAt) {

    /** What an approver's word on a request comes to. */
    public enum Approval {
        LIFTS,
        LIFTED_BEFORE,
        BY_THE_SAME_PERSON,
        LIFTED_BY_ANOTHER
    }

    public Approval approvalBy(StaffMember approver) {
        if (approver.id().equals(openedBy.id())) {
            return Approval.BY_THE_SAME_PERSON;
        }
        if (liftedAt == null) {
            return Approval.LIFTS;
        }
        return approvedBy != null && approver.id().equals(approvedBy.id())
                ? Approval.LIFTED_BEFORE
                : Approval.LIFTED_BY_ANOTHER;
    }

    public BranchUnfreeze lifted(@Nullable StaffMember approver, Instant now) {
        return new BranchUnfreeze(id, freezeId, reason, reference, openedBy, openedAt, approver, now);
    }
}
