package org.mobiletoken.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BenchmarkTest {
    @Test
    void a_long_benchmark_runs_only_by_its_name() {
        assertThat(Benchmark.chosen(""))
                .contains(Benchmark.LOCKOUT, Benchmark.OTP)
                .doesNotContain(Benchmark.GUESS_RACE, Benchmark.SMSC_RESTARTS);
        assertThat(Benchmark.chosen("guess-race")).containsExactly(Benchmark.GUESS_RACE);
    }

    @Test
    void an_unknown_name_is_refused_with_those_that_exist() {
        assertThatThrownBy(() -> Benchmark.chosen("everything"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("everything")
                .hasMessageContaining("guess-race");
    }
}
