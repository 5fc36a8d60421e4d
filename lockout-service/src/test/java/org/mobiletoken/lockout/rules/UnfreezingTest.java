package org.mobiletoken.lockout.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiletoken.lockout.rules.WayOut.BRANCH;
import static org.mobiletoken.lockout.rules.WayOut.E_TOKEN;

import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mobiletoken.lockout.rules.Lockout.Open;
import org.mobiletoken.lockout.rules.Unfreezing.Lifted;
import org.mobiletoken.lockout.rules.Unfreezing.NotInForce;
import org.mobiletoken.lockout.rules.Unfreezing.WayClosed;

class UnfreezingTest {

    private static final FreezeId SIXTH = FreezeId.causedBy(Story.attempt(6));

    private final Story frozen = new Story().wrong(6);

    private static Story frozenForGood() {
        return new Story(LockoutPolicy.BANK, new Open(0, new WrongPasscodes(Collections.nCopies(12, Story.START))))
                .wrong(6);
    }

    @Test
    void the_branch_lifts_a_temporary_freeze() {
        assertThat(frozen.pass(Duration.ofHours(1)).unfreeze(SIXTH, BRANCH)).isInstanceOf(Lifted.class);
        assertThat(frozen.facts(Fact.Unfroze.class))
                .containsExactly(new Fact.Unfroze(SIXTH, EndOfFreeze.BRANCH, frozen.now()));
    }

    @Test
    void an_e_token_does_not_lift_a_temporary_freeze() {
        assertThat(frozen.unfreeze(SIXTH, E_TOKEN)).isInstanceOf(WayClosed.class);
        assertThat(frozen.attemptsLeft()).isZero();
    }

    @Test
    void the_branch_lifts_a_permanent_freeze() {
        var story = frozenForGood();
        assertThat(story.unfreeze(SIXTH, BRANCH)).isInstanceOf(Lifted.class);
        assertThat(story.facts(Fact.Unfroze.class))
                .extracting(Fact.Unfroze::reason)
                .containsExactly(EndOfFreeze.BRANCH);
    }

    @Test
    void an_e_token_lifts_a_permanent_freeze() {
        var story = frozenForGood();
        assertThat(story.unfreeze(SIXTH, E_TOKEN)).isInstanceOf(Lifted.class);
        assertThat(story.facts(Fact.Unfroze.class))
                .extracting(Fact.Unfroze::reason)
                .containsExactly(EndOfFreeze.E_TOKEN);
    }

    @ParameterizedTest
    @EnumSource(WayOut.class)
    void a_lifted_freeze_leaves_no_wrong_passcode_counted(WayOut way) {
        var story = frozenForGood();
        story.unfreeze(SIXTH, way);
        assertThat(story.state()).isEqualTo(Lockout.UNTOUCHED);
    }

    @Test
    void a_freeze_is_lifted_only_by_its_own_id() {
        assertThat(frozen.unfreeze(new FreezeId(Story.TOKEN), BRANCH)).isInstanceOf(NotInForce.class);
        assertThat(frozen.attemptsLeft()).isZero();
    }

    @Test
    void a_freeze_that_has_ended_cannot_be_lifted() {
        assertThat(frozen.pass(Duration.ofHours(24)).unfreeze(SIXTH, BRANCH)).isInstanceOf(NotInForce.class);
        assertThat(frozen.facts(Fact.Unfroze.class))
                .extracting(Fact.Unfroze::reason)
                .containsExactly(EndOfFreeze.EXPIRED);
    }

    @Test
    void a_freeze_is_lifted_once() {
        frozen.unfreeze(SIXTH, BRANCH);
        assertThat(frozen.unfreeze(SIXTH, BRANCH)).isInstanceOf(NotInForce.class);
        assertThat(frozen.facts(Fact.Unfroze.class)).hasSize(1);
    }
}
