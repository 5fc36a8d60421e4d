package org.mobiletoken.enrolment.rules;

/** Which of a token's keys signed: the device key, which needs the passcode beside it, or the key that biometrics release. */
public enum SigningFactor {
    DEVICE_KEY,
    BIOMETRIC_KEY
}
