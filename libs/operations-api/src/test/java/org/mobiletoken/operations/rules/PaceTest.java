package org.mobiletoken.operations.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    @Test
    void a_replay_waits_for_as_long_as_it_is_ahead_of_its_pace() {
        var pace = new Pace(10);

        assertThat(pace.pauseAfter(0, Duration.ZERO)).isZero();
        assertThat(pace.pauseAfter(1, Duration.ZERO)).isEqualTo(Duration.ofMillis(100));
        assertThat(pace.pauseAfter(20, Duration.ofMillis(1_500))).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void a_replay_behind_its_pace_does_not_wait() {
        assertThat(new Pace(10).pauseAfter(10, Duration.ofSeconds(1))).isZero();
        assertThat(new Pace(10).pauseAfter(10, Duration.ofSeconds(2))).isZero();
    }

    @Test
    void the_time_left_follows_from_the_speed_so_far() {
        assertThat(Pace.timeLeft(25, 100, Duration.ofSeconds(10))).hasValue(Duration.ofSeconds(30));
        assertThat(Pace.timeLeft(100, 100, Duration.ofSeconds(10))).hasValue(Duration.ZERO);
    }

    @Test
    void nothing_is_known_of_the_time_left_before_the_first_event() {
        assertThat(Pace.timeLeft(0, 100, Duration.ofSeconds(10))).isEmpty();
    }
}
