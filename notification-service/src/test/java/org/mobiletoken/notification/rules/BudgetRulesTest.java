package org.mobiletoken.notification.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class BudgetRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-24T03:15:30Z");
    private static final String NUMBER = "+85291234567";

    private final NumberHash hash = new NumberHash("a secret of the bank".getBytes(StandardCharsets.UTF_8));

    @Test
    void periods_are_the_same_for_everybody() {
        Budget budget = new Budget(7, Duration.ofHours(1));
        assertThat(budget.periodOf(NOW)).isEqualTo("2026-11-24T03:00:00Z");
        assertThat(budget.periodOf(Instant.parse("2026-11-24T03:00:00Z"))).isEqualTo("2026-11-24T03:00:00Z");
        assertThat(budget.periodOf(Instant.parse("2026-11-24T03:59:59.999Z"))).isEqualTo("2026-11-24T03:00:00Z");
        assertThat(budget.freeAgainAt(NOW)).isEqualTo("2026-11-24T04:00:00Z");
    }

    @Test
    void a_code_beyond_the_limit_waits_until_enough_of_them_are_a_day_old() {
        DailyLimit three = new DailyLimit(3);
        List<Instant> two = List.of(NOW, NOW.plusSeconds(1));
        List<Instant> limit = List.of(NOW, NOW.plusSeconds(1), NOW.plusSeconds(2));
        List<Instant> more = List.of(NOW, NOW.plusSeconds(1), NOW.plusSeconds(2), NOW.plusSeconds(3));
        assertThat(three.freeAgainAt(two)).isEmpty();
        assertThat(three.freeAgainAt(limit)).contains(NOW.plus(Duration.ofHours(24)));
        assertThat(three.freeAgainAt(more)).contains(NOW.plusSeconds(1).plus(Duration.ofHours(24)));
    }

    @Test
    void a_number_is_known_by_its_hash_alone() {
        assertThat(hash.of(NUMBER)).hasSize(32).isEqualTo(hash.of(NUMBER));
        assertThat(hash.of(NUMBER)).isNotEqualTo(hash.of("+85291234568"));
        assertThat(hash.of(NUMBER))
                .isNotEqualTo(new NumberHash("another secret".getBytes(StandardCharsets.UTF_8)).of(NUMBER));
        assertThat(HexFormat.of().formatHex(hash.of(NUMBER)))
                .isEqualTo("16dc1d29256fdfbffb38289be2de7af8637aa43049fef36bf9fb007f304f61d7");
    }

    @Test
    void numbers_that_begin_alike_have_one_prefix() {
        assertThat(hash.ofPrefix(NUMBER, 7)).isEqualTo(hash.ofPrefix("+85291239999", 7));
        assertThat(hash.ofPrefix(NUMBER, 7)).isNotEqualTo(hash.ofPrefix("+85291244567", 7));
        assertThat(hash.ofPrefix("+8529123", 7)).isEqualTo(hash.ofPrefix(NUMBER, 7));
        assertThat(hash.ofPrefix("+852", 7)).isNotEqualTo(hash.ofPrefix(NUMBER, 7));
        assertThat(hash.ofPrefix(NUMBER, 15)).isNotEqualTo(hash.of(NUMBER));
    }
}
