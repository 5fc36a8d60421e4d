package org.mobiletoken.lockout.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mobiletoken.lockout.rules.BranchUnfreeze.Approval;

class BranchUnfreezeTest {

    private static final StaffMember OFFICER = new StaffMember("1", "officer");
    private static final StaffMember APPROVER = new StaffMember("2", "approver");
    private static final BranchUnfreeze PENDING = new BranchUnfreeze(
            new UUID(3, 3), new FreezeId(Story.TOKEN), "seen in person", "HK-0042", OFFICER, Story.START, null, null);

    @Test
    void a_second_person_lifts_the_freeze() {
        assertThat(PENDING.approvalBy(APPROVER)).isEqualTo(Approval.LIFTS);
        var lifted = PENDING.lifted(APPROVER, Story.START.plusSeconds(5));
        assertThat(lifted.approvedBy()).isEqualTo(APPROVER);
        assertThat(lifted.liftedAt()).isEqualTo(Story.START.plusSeconds(5));
        assertThat(lifted.openedBy()).isEqualTo(OFFICER);
    }

    @Test
    void the_officer_who_opened_it_cannot_approve_it_under_another_name() {
        assertThat(PENDING.approvalBy(new StaffMember("1", "approver"))).isEqualTo(Approval.BY_THE_SAME_PERSON);
    }

    @Test
    void the_same_approver_may_repeat_the_approval_and_nobody_else() {
        var lifted = PENDING.lifted(APPROVER, Story.START);
        assertThat(lifted.approvalBy(APPROVER)).isEqualTo(Approval.LIFTED_BEFORE);
        assertThat(lifted.approvalBy(new StaffMember("3", "other"))).isEqualTo(Approval.LIFTED_BY_ANOTHER);
    }

    @Test
    void what_needed_no_approval_cannot_be_approved() {
        assertThat(PENDING.lifted(null, Story.START).approvalBy(APPROVER)).isEqualTo(Approval.LIFTED_BY_ANOTHER);
    }
}
