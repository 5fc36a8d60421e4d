package org.mobiletoken.enrolment.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mobiletoken.enrolment.rules.BiometricEnrolment.Step;

class BiometricEnrolmentTest {
    private static final Instant EXPIRY = Instant.parse("2026-11-24T02:10:00Z");
    private static final UUID OTP = UUID.randomUUID();

    private final BiometricEnrolment opened = new BiometricEnrolment(
            UUID.randomUUID(), "customer", "investment", TokenId.random(), Step.AWAITING_CODE, null, EXPIRY);

    @Test
    void after_the_passcode_comes_the_code_and_then_the_key() {
        BiometricEnrolment codeSent = opened.awaitingCode(OTP);
        assertThat(codeSent.step()).isEqualTo(Step.AWAITING_CODE);
        assertThat(codeSent.otpId()).isEqualTo(OTP);
        assertThat(codeSent.awaitingKey().step()).isEqualTo(Step.AWAITING_KEY);
        assertThat(codeSent.awaitingKey().ended().step()).isEqualTo(Step.ENDED);
        assertThat(codeSent.ended().otpId()).isEqualTo(OTP);
    }

    @Test
    void it_has_ended_from_the_instant_it_expires() {
        assertThat(opened.stepAt(EXPIRY.minusMillis(1))).isEqualTo(Step.AWAITING_CODE);
        assertThat(opened.stepAt(EXPIRY)).isEqualTo(Step.ENDED);
        assertThat(opened.awaitingKey().stepAt(EXPIRY.plusMillis(1))).isEqualTo(Step.ENDED);
    }
}
