package org.mobiletoken.notification.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NoticeRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");
    private static final Duration MILLISECOND = Duration.ofMillis(1);

    @Test
    void what_happened_thirty_days_ago_is_no_news() {
        NoticePolicy policy = new NoticePolicy(Duration.ofDays(30));
        assertThat(policy.isNews(NOW.minus(Duration.ofDays(30)).plus(MILLISECOND), NOW))
                .isTrue();
        assertThat(policy.isNews(NOW.minus(Duration.ofDays(30)), NOW)).isFalse();
    }

    @Test
    void enabling_within_ten_seconds_of_a_replacement_is_part_of_it() {
        assertThat(NoticePolicy.isOneAction(NOW, NOW)).isTrue();
        assertThat(NoticePolicy.isOneAction(NOW, NOW.plusSeconds(10))).isTrue();
        assertThat(NoticePolicy.isOneAction(NOW, NOW.minusSeconds(10))).isTrue();
        assertThat(NoticePolicy.isOneAction(NOW, NOW.plusSeconds(10).plus(MILLISECOND)))
                .isFalse();
    }

    @Test
    void a_number_changed_within_24_hours_receives_no_code() {
        DestinationPolicy policy = new DestinationPolicy(Duration.ofHours(24));
        assertThat(policy.mayReceiveCodes(NOW.minus(Duration.ofHours(24)).plus(MILLISECOND), NOW))
                .isFalse();
        assertThat(policy.mayReceiveCodes(NOW.minus(Duration.ofHours(24)), NOW)).isTrue();
        assertThat(policy.mayReceiveCodes(null, NOW)).isTrue();
    }

    @Test
    void a_device_shows_the_ends_of_its_name_only() {
        assertThat(DeviceLabel.of("Pixel 12")).isEqualTo("Pi***12");
        assertThat(DeviceLabel.of("abcdef")).isEqualTo("ab***ef");
        assertThat(DeviceLabel.of("abcde")).isEqualTo("***");
    }

    @Test
    void a_device_name_cannot_carry_a_link() {
        assertThat(DeviceLabel.of("https://evil.example/x")).isEqualTo("ht***ex");
        assertThat(DeviceLabel.of("陳大文的手機")).isEqualTo("***");
    }

    @Test
    void every_notice_has_a_text_of_its_own() {
        assertThat(Arrays.stream(Notice.values()).map(Notice::template))
                .doesNotHaveDuplicates()
                .allMatch(template -> template.matches("[a-z-]+"));
    }
}
