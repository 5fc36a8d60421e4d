package org.mobiletoken.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {
    @Test
    void counts_stay_exact_and_measures_keep_four_digits() {
        assertThat(ReportFile.rounded(200_001)).isEqualTo(200_001L);
        assertThat(ReportFile.rounded(6)).isEqualTo(6L);
        assertThat(ReportFile.rounded(1_512.6)).isEqualTo(1_513L);
        assertThat(ReportFile.rounded(0.123456)).isEqualTo(0.1235);
    }

    @Test
    void the_file_has_one_form_whatever_the_scenario(@TempDir Path folder) throws Exception {
        var report = new Report().condition("clients", 16).figure("rate_per_s", 1_500);
        var file = new ReportFile(folder.resolve("bench")).write("lockout", "abc", report);
        assertThat(file).isEqualTo(folder.resolve("bench/lockout.json"));
        assertThat(Files.readString(file)).isEqualToIgnoringWhitespace("""
                {"scenario": "lockout", "commit": "abc", "conditions": {"clients": 16}, "figures": {"rate_per_s": 1500}}""");
    }
}
