package org.mobiletoken.lockout.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PurposeTest {

    @Test
    void each_purpose_has_the_word_that_requests_and_events_use() {
        assertThat(Purpose.values())
                .extracting(Purpose::text)
                .containsExactly("login", "sync", "biometric-enrolment", "authorisation");
    }
}
