package org.mobiletoken.sync.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PreferTest {
    private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);

    @Test
    void a_caller_who_prefers_to_wait_waits_as_long_as_allowed() {
        assertThat(wait("wait")).isEqualTo(FIVE_SECONDS);
        assertThat(wait("return=minimal, WAIT")).isEqualTo(FIVE_SECONDS);
        assertThat(wait("wait=60")).isEqualTo(FIVE_SECONDS);
    }

    @Test
    void a_caller_may_wait_shorter() {
        assertThat(wait("wait=2")).isEqualTo(Duration.ofSeconds(2));
        assertThat(wait("respond-async; wait=\"3\"")).isEqualTo(Duration.ofSeconds(3));
        assertThat(wait("wait=0")).isEqualTo(Duration.ZERO);
    }

    @Test
    void nobody_waits_unasked() {
        assertThat(wait(null)).isEqualTo(Duration.ZERO);
        assertThat(wait("respond-async")).isEqualTo(Duration.ZERO);
        assertThat(wait("nowait")).isEqualTo(Duration.ZERO);
        assertThat(wait("wait=long")).isEqualTo(Duration.ZERO);
    }

    private static Duration wait(@Nullable String header) {
        return Prefer.wait(header, FIVE_SECONDS);
    }
}
