package org.mobiletoken.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CpuTimeTest {
    private static final String LINE =
            "4711 (postgres: a b) c) S 1 4711 4711 0 -1 4194560 1 2 3 4 150 25 40 5 20 0 1 0 99";

    @Test
    void user_and_system_time_are_ticks_of_ten_milliseconds() {
        assertThat(CpuTime.Stat.of(LINE).own()).hasValue(1_750);
    }

    @Test
    void a_family_counts_the_children_that_have_ended() {
        assertThat(CpuTime.Stat.of(LINE).withEndedChildren()).hasValue(2_200);
    }
}
