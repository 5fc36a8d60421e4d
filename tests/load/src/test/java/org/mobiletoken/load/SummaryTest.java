package org.mobiletoken.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SummaryTest {
    @Test
    void each_benchmark_has_its_line_with_the_figures_it_has_and_whether_all_was_kept() {
        var summary = new Summary();
        summary.add("status", new Report().figure("rate_per_s", 1234.5).exactly("errors", 0, 0));
        summary.add("sync", new Report().figure("p99_ms", 12.345).exactly("errors", 0, 2));

        String[] lines = summary.toString().split("\n");

        assertThat(lines[0]).contains("rate_per_s", "p99_ms", "kept");
        assertThat(lines[1].strip().split("\\s+")).containsExactly("status", "1235", "0", "yes");
        assertThat(lines[2].strip().split("\\s+")).containsExactly("sync", "12.35", "2", "no");
    }
}
