package org.mobiletoken.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BusinessClockTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");
    private static final Clock SYSTEM = Clock.fixed(NOON, ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Test
    void it_ticks_in_whole_milliseconds() {
        assertThat(new BusinessClock(SYSTEM).instant()).isEqualTo("2026-03-01T12:00:00.123Z");
    }

    @Test
    void a_demonstration_is_ahead_by_its_offset() throws Exception {
        Path file = Files.writeString(folder.resolve("clock"), "PT6H\n");

        BusinessClock clock = new BusinessClock(SYSTEM, new DemoOffset(file));

        assertThat(clock.instant()).isEqualTo("2026-03-01T18:00:00.123Z");
    }

    @Test
    void a_demonstration_without_a_file_yet_runs_with_the_system() {
        BusinessClock clock = new BusinessClock(SYSTEM, new DemoOffset(folder.resolve("none")));

        assertThat(clock.offset()).isZero();
    }

    @Test
    void an_offset_that_is_no_duration_is_refused() throws Exception {
        Path file = Files.writeString(folder.resolve("clock"), "six hours");

        assertThatThrownBy(() -> new DemoOffset(file)).isInstanceOf(DateTimeParseException.class);
    }
}
