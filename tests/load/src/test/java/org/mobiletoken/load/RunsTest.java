package org.mobiletoken.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunsTest {
    private static final Latency LATENCY = new Latency(1, 2, 3, 4);

    @Test
    void rates_are_level_when_the_last_three_are_within_five_per_cent() {
        assertThat(Runs.isLevel(List.of(200.0, 95.0, 100.0, 98.0))).isTrue();
        assertThat(Runs.isLevel(List.of(200.0, 94.9, 100.0, 98.0))).isFalse();
        assertThat(Runs.isLevel(List.of(100.0, 100.0))).isFalse();
    }

    @Test
    void the_median_lies_in_the_middle_of_an_odd_and_between_two_of_an_even_number() {
        assertThat(Figures.median(List.of(sample(30), sample(10), sample(20)), Sample::ratePerSecond))
                .isEqualTo(20);
        assertThat(Figures.median(List.of(sample(30), sample(10)), Sample::ratePerSecond))
                .isEqualTo(20);
    }

    @Test
    void the_load_generator_is_apart_from_the_platform() {
        var report = Runs.report(List.of(sample(10)));
        assertThat(report.figures())
                .containsEntry("cpu_ms_per_op", 0.75)
                .containsEntry("cpu_ms_lockout_service", 0.5)
                .containsEntry("cpu_ms_load_generator", 0.125);
    }

    @Test
    void an_error_is_a_breach() {
        assertThat(Runs.report(List.of(sample(10), new Sample(10, LATENCY, 3, Map.of())))
                        .breaches())
                .containsExactly("errors must be 0 and was 3.");
    }

    private static Sample sample(double rate) {
        return new Sample(
                rate,
                LATENCY,
                0,
                Map.of("lockout-service", 0.5, CpuTime.POSTGRESQL, 0.25, CpuTime.LOAD_GENERATOR, 0.125));
    }
}
