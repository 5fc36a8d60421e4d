package org.mobiletoken.sync.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProjectionsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    private static final UUID TOKEN = UUID.randomUUID();
    private static final UUID CREDENTIAL = UUID.randomUUID();
    private static final TokenState STATE =
            new TokenState("investment", TOKEN, CREDENTIAL, "key-1", true, NOW, true, 7);

    @Test
    void only_a_later_version_tells_something_new() {
        assertThat(STATE.isOlderThan(6)).isFalse();
        assertThat(STATE.isOlderThan(7)).isFalse();
        assertThat(STATE.isOlderThan(8)).isTrue();
    }

    @Test
    void a_disabled_token_has_no_biometric_login_any_more() {
        assertThat(STATE.disabled(8))
                .isEqualTo(new TokenState("investment", TOKEN, CREDENTIAL, "key-1", false, NOW, false, 8));
    }

    @Test
    void biometric_login_is_turned_on_and_off() {
        assertThat(STATE.biometric(false, 8))
                .isEqualTo(new TokenState("investment", TOKEN, CREDENTIAL, "key-1", true, NOW, false, 8));
        assertThat(STATE.biometric(false, 8).biometric(true, 9).biometric()).isTrue();
    }

    @Test
    void a_temporary_freeze_ends_exactly_at_its_end_and_a_permanent_one_never() {
        assertThat(new Freeze.None().isFrozenAt(NOW)).isFalse();
        assertThat(new Freeze.Until(NOW).isFrozenAt(NOW.minusMillis(1))).isTrue();
        assertThat(new Freeze.Until(NOW).isFrozenAt(NOW)).isFalse();
        assertThat(new Freeze.Permanent().isFrozenAt(NOW)).isTrue();
    }
}
