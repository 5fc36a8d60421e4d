package org.mobiletoken.enrolment.passcodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mobiletoken.enrolment.Settings;
import org.mobiletoken.enrolment.rules.Passcode;

/** The steps of docs/operations/rotation.md for the pepper. */
class RotatedPepperTest {
    private static final String OLD = "the old pepper of thirty-two chars";
    private static final String NEW = "the new pepper of thirty-two chars";
    private static final Passcode PASSCODE = new Passcode("483920");

    private final Passcodes before = passcodes(Map.of("p1", OLD), "p1");
    private final Passcodes added = passcodes(Map.of("p1", OLD, "p2", NEW), "p1");
    private final Passcodes switched = passcodes(Map.of("p1", OLD, "p2", NEW), "p2");
    private final Passcodes retired = passcodes(Map.of("p2", NEW), "p2");

    @Test
    void at_every_step_old_and_new_replicas_verify_what_either_has_stored() {
        String early = before.verifier(PASSCODE);
        assertThat(added.matches(PASSCODE, early)).isTrue();
        assertThat(before.matches(PASSCODE, added.verifier(PASSCODE))).isTrue();

        assertThat(switched.matches(PASSCODE, early)).isTrue();
        assertThat(added.matches(PASSCODE, switched.verifier(PASSCODE))).isTrue();
    }

    @Test
    void a_login_moves_the_passcode_to_the_new_pepper_and_then_the_old_one_can_go() {
        String early = before.verifier(PASSCODE);

        assertThat(switched.isOutdated(early)).isTrue();
        String moved = switched.verifier(PASSCODE);

        assertThat(retired.matches(PASSCODE, moved)).isTrue();
        assertThat(retired.isOutdated(moved)).isFalse();
    }

    @Test
    void a_pepper_that_goes_too_early_is_named_by_what_still_needs_it() {
        String early = before.verifier(PASSCODE);

        assertThat(before.canCheck(early)).isTrue();
        assertThat(retired.canCheck(early)).isFalse();
        assertThat(Passcodes.pepperOf(early)).isEqualTo("p1");
        assertThatThrownBy(() -> retired.matches(PASSCODE, early))
                .hasMessage("The pepper p1 of a stored verifier is not configured");
    }

    private static Passcodes passcodes(Map<String, String> peppers, String current) {
        Map<String, String> properties = new HashMap<>();
        peppers.forEach((id, pepper) -> properties.put("mobile-token.passcodes.peppers." + id, pepper));
        properties.put("mobile-token.passcodes.current-pepper", current);
        return new Passcodes(Settings.of(PasscodeSettings.class, properties));
    }
}
