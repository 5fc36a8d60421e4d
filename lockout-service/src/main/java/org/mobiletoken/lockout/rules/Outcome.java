package org.mobiletoken.lockout.rules;

/** What the verification of a passcode came to. */
public enum Outcome {
    ACCEPTED,
    REJECTED
}
