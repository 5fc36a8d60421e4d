package org.mobiletoken.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TopicsTest {
    @Test
    void verifications_are_kept_for_seven_days_dead_letters_for_ninety_and_all_other_events_for_good() {
        assertThat(Topics.ALL)
                .allSatisfy(topic -> assertThat(Topics.settings(topic)).containsEntry("retention.ms", expected(topic)));
    }

    private static String expected(String topic) {
        if (topic.endsWith(".dead-letters.v1")) {
            return "7776000000";
        }
        return topic.equals("mobile-token.verification.v1") ? "604800000" : "-1";
    }
}
