package org.mobiletoken.notification.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReportLimitTest {

    private static final Instant NOW = Instant.parse("2026-11-24T06:00:00Z");
    private static final ReportLimit LIMIT = new ReportLimit(10, Duration.ofHours(1));

    @Test
    void reports_of_the_last_hour_count() {
        assertThat(LIMIT.since(NOW)).isEqualTo("2026-11-24T05:00:00Z");
    }

    @Test
    void with_fewer_than_the_limit_the_next_may_come_now() {
        assertThat(LIMIT.freeAgainAt(null, NOW)).isEmpty();
    }

    @Test
    void with_as_many_as_the_limit_the_next_may_come_when_the_oldest_of_them_counts_no_more() {
        Instant oldest = NOW.minus(Duration.ofMinutes(59));
        assertThat(LIMIT.freeAgainAt(oldest, NOW)).contains(oldest.plus(Duration.ofHours(1)));
        assertThat(LIMIT.freeAgainAt(NOW.minus(Duration.ofHours(1)).plusMillis(1), NOW))
                .contains(NOW.plusMillis(1));
        assertThat(LIMIT.freeAgainAt(NOW.minus(Duration.ofHours(1)), NOW)).isEmpty();
    }
}
