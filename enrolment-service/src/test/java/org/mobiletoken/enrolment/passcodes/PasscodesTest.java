package org.mobiletoken.enrolment.passcodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mobiletoken.enrolment.Settings;
import org.mobiletoken.enrolment.rules.Passcode;

class PasscodesTest {
    private static final String OLD = "the old pepper of thirty-two chars";
    private static final String NEW = "the new pepper of thirty-two chars";
    private static final Passcode PASSCODE = new Passcode("483920");

    @Test
    void only_the_passcode_itself_matches_its_verifier() {
        Passcodes passcodes = new Passcodes(settings(Map.of("p1", OLD), "p1", 19_456));
        String verifier = passcodes.verifier(PASSCODE);

        assertThat(passcodes.matches(PASSCODE, verifier)).isTrue();
        assertThat(passcodes.matches(new Passcode("483921"), verifier)).isFalse();
        assertThat(passcodes.matches(new Passcode(""), verifier)).isFalse();
    }

    @Test
    void a_verifier_names_its_pepper_and_its_parameters_and_not_the_passcode() {
        assertThat(new Passcodes(settings(Map.of("p1", OLD), "p1", 19_456)).verifier(PASSCODE))
                .startsWith("p1$$argon2id$v=19$m=19456,t=2,p=1$")
                .doesNotContain("483920");
    }

    @Test
    void a_verifier_outlives_the_rotation_of_its_pepper_and_is_known_to_be_outdated() {
        String verifier = new Passcodes(settings(Map.of("p1", OLD), "p1", 19_456)).verifier(PASSCODE);
        Passcodes rotated = new Passcodes(settings(Map.of("p1", OLD, "p2", NEW), "p2", 19_456));

        assertThat(rotated.matches(PASSCODE, verifier)).isTrue();
        assertThat(rotated.isOutdated(verifier)).isTrue();
        assertThat(rotated.isOutdated(rotated.verifier(PASSCODE))).isFalse();
    }

    @Test
    void a_verifier_with_weaker_parameters_is_outdated() {
        String verifier = new Passcodes(settings(Map.of("p1", OLD), "p1", 19_456)).verifier(PASSCODE);

        assertThat(new Passcodes(settings(Map.of("p1", OLD), "p1", 32_768)).isOutdated(verifier))
                .isTrue();
    }

    @Test
    void without_its_pepper_a_verifier_is_worth_nothing() {
        String verifier = new Passcodes(settings(Map.of("p1", OLD), "p1", 19_456)).verifier(PASSCODE);

        assertThat(new Passcodes(settings(Map.of("p1", NEW), "p1", 19_456)).matches(PASSCODE, verifier))
                .isFalse();
    }

    @Test
    void peppers_that_are_missing_or_short_stop_the_start_up() {
        assertThatThrownBy(() -> new Passcodes(settings(Map.of("p1", OLD), "p2", 19_456)))
                .hasMessageContaining("current-pepper");
        assertThatThrownBy(() -> new Passcodes(settings(Map.of("p1", "short"), "p1", 19_456)))
                .hasMessageContaining("32 characters");
    }

    private static PasscodeSettings settings(Map<String, String> peppers, String current, int memoryKib) {
        Map<String, String> properties = new HashMap<>();
        peppers.forEach((id, pepper) -> properties.put("mobile-token.passcodes.peppers." + id, pepper));
        properties.put("mobile-token.passcodes.current-pepper", current);
        properties.put("mobile-token.passcodes.memory-kib", Integer.toString(memoryKib));
        return Settings.of(PasscodeSettings.class, properties);
    }
}
