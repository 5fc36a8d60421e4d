package org.mobiletoken.enrolment.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mobiletoken.enrolment.rules.PasscodePolicy.Verdict;

class PasscodePolicyTest {
    private final PasscodePolicy policy = new PasscodePolicy(6, Set.of("159753"));

    @ParameterizedTest
    @ValueSource(strings = {"483920", "112358", "100001", "123457", "012346"})
    void an_unremarkable_passcode_is_accepted(String passcode) {
        assertThat(policy.judge(new Passcode(passcode))).isEqualTo(Verdict.ACCEPTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "48392", "4839201", "48392a", "48 920", "４８３９２０", "48392/", "48392:"})
    void anything_but_six_digits_is_refused(String passcode) {
        assertThat(policy.judge(new Passcode(passcode))).isEqualTo(Verdict.NOT_DIGITS_OF_THE_RIGHT_LENGTH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"000000", "111111", "999999", "121212", "123123", "454545"})
    void a_repeated_pattern_is_refused(String passcode) {
        assertThat(policy.judge(new Passcode(passcode))).isEqualTo(Verdict.REPEATED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456", "012345", "789012", "654321", "987654", "321098"})
    void a_run_of_digits_up_or_down_is_refused(String passcode) {
        assertThat(policy.judge(new Passcode(passcode))).isEqualTo(Verdict.SEQUENTIAL);
    }

    @Test
    void one_that_many_people_choose_is_refused() {
        assertThat(policy.judge(new Passcode("159753"))).isEqualTo(Verdict.OFTEN_GUESSED);
    }

    @Test
    void a_passcode_does_not_print_itself() {
        assertThat(new Passcode("483920")).hasToString("Passcode(hidden)");
    }
}
