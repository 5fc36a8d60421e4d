package org.mobiletoken.enrolment.rules;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turning biometric login on goes passcode, SMS code, key, in that order, before the whole flow expires. */
public record BiometricEnrolment(
        UUID id,
        String customerId,
        String app,
        TokenId token,
        Step step,
        @Nullable UUID otpId,
        Instant expiresAt) {

    /** What the flow waits for. */
    public enum Step {
        AWAITING_CODE,
        AWAITING_KEY,
        ENDED
    }

    /** The step that counts at an instant: a flow that has expired has ended. */
    public Step stepAt(Instant now) {
        return now.isBefore(expiresAt) ? step : Step.ENDED;
    }

    /** The SMS code is out. */
    public BiometricEnrolment awaitingCode(UUID sentOtp) {
        return new BiometricEnrolment(id, customerId, app, token, Step.AWAITING_CODE, sentOtp, expiresAt);
    }

    public BiometricEnrolment awaitingKey() {
        return new BiometricEnrolment(id, customerId, app, token, Step.AWAITING_KEY, otpId, expiresAt);
    }

    public BiometricEnrolment ended() {
        return new BiometricEnrolment(id, customerId, app, token, Step.ENDED, otpId, expiresAt);
    }
}
