package org.mobiletoken.enrolment.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChallengeScopeTest {
    private static final UUID FLOW = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final ChallengeScope SCOPE = new ChallengeScope("investment", Purpose.LOGIN, "key", FLOW);

    @Test
    void every_part_of_the_scope_counts() {
        assertThat(SCOPE.bytes())
                .isEqualTo(new ChallengeScope("investment", Purpose.LOGIN, "key", FLOW).bytes())
                .isNotEqualTo(new ChallengeScope("other", Purpose.LOGIN, "key", FLOW).bytes())
                .isNotEqualTo(new ChallengeScope("investment", Purpose.SYNC, "key", FLOW).bytes())
                .isNotEqualTo(new ChallengeScope("investment", Purpose.LOGIN, "yek", FLOW).bytes())
                .isNotEqualTo(new ChallengeScope("investment", Purpose.LOGIN, "key", null).bytes());
    }

    @Test
    void what_moves_from_one_part_to_the_next_makes_another_scope() {
        assertThat(new ChallengeScope("investment", Purpose.SYNC, "-targetkey", null).bytes())
                .isNotEqualTo(new ChallengeScope("investment", Purpose.SYNC_TARGET, "key", null).bytes());
    }
}
