package org.mobiletoken.lockout.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mobiletoken.lockout.rules.BranchUnfreeze.Approval;

class BranchUnfreezeTest {

    private static final UUID ID = new UUID(3, 3);
    private static final FreezeId FREEZE = new FreezeId(Story.TOKEN);
    private static final BranchUnfreeze PENDING =
            BranchUnfreeze.pending(ID, FREEZE, "seen in person", "HK-0042", "officer", Story.START);

    @Test
    void a_second_person_lifts_the_freeze() {
        assertThat(PENDING.approvalBy("approver")).isEqualTo(Approval.LIFTS);
        assertThat(PENDING.lifted("approver", Story.START.plusSeconds(5)))
                .isEqualTo(new BranchUnfreeze(
                        ID,
                        FREEZE,
                        "seen in person",
                        "HK-0042",
                        "officer",
                        Story.START,
                        "approver",
                        Story.START.plusSeconds(5)));
    }

    @Test
    void the_officer_who_opened_it_cannot_approve_it() {
        assertThat(PENDING.approvalBy("officer")).isEqualTo(Approval.BY_THE_SAME_PERSON);
    }

    @Test
    void the_same_approver_may_repeat_the_approval_and_nobody_else() {
        var lifted = PENDING.lifted("approver", Story.START);
        assertThat(lifted.approvalBy("approver")).isEqualTo(Approval.LIFTED_BEFORE);
        assertThat(lifted.approvalBy("other")).isEqualTo(Approval.LIFTED_BY_ANOTHER);
    }

    @Test
    void what_needed_no_approval_cannot_be_approved() {
        assertThat(PENDING.lifted(null, Story.START).approvalBy("approver")).isEqualTo(Approval.LIFTED_BY_ANOTHER);
    }
}
