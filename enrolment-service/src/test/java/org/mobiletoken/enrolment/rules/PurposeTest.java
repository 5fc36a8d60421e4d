package org.mobiletoken.enrolment.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiletoken.enrolment.rules.Purpose.AUTHORISATION;
import static org.mobiletoken.enrolment.rules.Purpose.BIOMETRIC_ENROLMENT;
import static org.mobiletoken.enrolment.rules.Purpose.BIOMETRIC_KEY;
import static org.mobiletoken.enrolment.rules.Purpose.ENROLMENT;
import static org.mobiletoken.enrolment.rules.Purpose.LOGIN;
import static org.mobiletoken.enrolment.rules.Purpose.PASSCODE;
import static org.mobiletoken.enrolment.rules.Purpose.SYNC;
import static org.mobiletoken.enrolment.rules.Purpose.SYNC_TARGET;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PurposeTest {
    private static final Subject NOTHING = new Subject.Nothing();
    private static final Subject DETAILS = new Subject.Details("hash");
    private static final Subject TARGET = new Subject.Target("investment", "key");

    @Test
    void only_keys_that_the_service_cannot_know_come_with_the_proof() {
        assertThat(Arrays.stream(Purpose.values()).filter(Purpose::introducesKey))
                .containsExactly(ENROLMENT, SYNC_TARGET, BIOMETRIC_KEY);
    }

    @Test
    void only_logging_in_and_authorising_wait_for_the_end_of_the_cooling_off() {
        assertThat(Arrays.stream(Purpose.values()).filter(Purpose::waitsForCoolingOff))
                .containsExactly(LOGIN, AUTHORISATION);
    }

    @Test
    void only_for_logging_in_and_authorising_do_biometrics_suffice() {
        assertThat(Arrays.stream(Purpose.values()).filter(Purpose::biometricsSuffice))
                .containsExactly(LOGIN, AUTHORISATION);
    }

    @Test
    void the_target_of_a_synchronisation_signs_the_challenge_of_the_source() {
        assertThat(Arrays.stream(Purpose.values()).filter(Purpose::sharesChallenge))
                .containsExactly(SYNC_TARGET);
    }

    @ParameterizedTest
    @EnumSource
    void its_word_leads_back_to_it(Purpose purpose) {
        assertThat(Purpose.parse(purpose.text())).contains(purpose);
    }

    @Test
    void an_unknown_word_is_no_purpose() {
        assertThat(Purpose.parse("LOGIN")).isEmpty();
        assertThat(Purpose.parse("")).isEmpty();
    }

    @Test
    void the_device_key_carries_a_passcode_exactly_where_one_is_needed() {
        for (Purpose purpose : new Purpose[] {LOGIN, PASSCODE, BIOMETRIC_ENROLMENT}) {
            assertThat(purpose.accepts(SigningFactor.DEVICE_KEY, true, NOTHING)).isTrue();
            assertThat(purpose.accepts(SigningFactor.DEVICE_KEY, false, NOTHING))
                    .isFalse();
        }
        for (Purpose purpose : new Purpose[] {ENROLMENT, SYNC_TARGET, BIOMETRIC_KEY}) {
            assertThat(purpose.accepts(SigningFactor.DEVICE_KEY, false, NOTHING))
                    .isTrue();
            assertThat(purpose.accepts(SigningFactor.DEVICE_KEY, true, NOTHING)).isFalse();
        }
    }

    @Test
    void a_biometric_key_never_carries_a_passcode_and_signs_only_where_biometrics_suffice() {
        assertThat(LOGIN.accepts(SigningFactor.BIOMETRIC_KEY, false, NOTHING)).isTrue();
        assertThat(LOGIN.accepts(SigningFactor.BIOMETRIC_KEY, true, NOTHING)).isFalse();
        assertThat(BIOMETRIC_ENROLMENT.accepts(SigningFactor.BIOMETRIC_KEY, false, NOTHING))
                .isFalse();
        assertThat(SYNC.accepts(SigningFactor.BIOMETRIC_KEY, false, TARGET)).isFalse();
        assertThat(AUTHORISATION.accepts(SigningFactor.BIOMETRIC_KEY, false, DETAILS))
                .isTrue();
    }

    @Test
    void a_proof_names_exactly_what_its_purpose_approves() {
        assertThat(SYNC.accepts(SigningFactor.DEVICE_KEY, true, TARGET)).isTrue();
        assertThat(SYNC.accepts(SigningFactor.DEVICE_KEY, true, NOTHING)).isFalse();
        assertThat(SYNC.accepts(SigningFactor.DEVICE_KEY, true, DETAILS)).isFalse();
        assertThat(AUTHORISATION.accepts(SigningFactor.DEVICE_KEY, true, DETAILS))
                .isTrue();
        assertThat(AUTHORISATION.accepts(SigningFactor.DEVICE_KEY, true, NOTHING))
                .isFalse();
        assertThat(AUTHORISATION.accepts(SigningFactor.DEVICE_KEY, true, TARGET))
                .isFalse();
        assertThat(LOGIN.accepts(SigningFactor.DEVICE_KEY, true, TARGET)).isFalse();
        assertThat(LOGIN.accepts(SigningFactor.DEVICE_KEY, true, DETAILS)).isFalse();
    }
}
