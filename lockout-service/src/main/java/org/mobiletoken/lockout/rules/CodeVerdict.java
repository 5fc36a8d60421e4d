package org.mobiletoken.lockout.rules;

/** What the verification of a code came to. */
public enum CodeVerdict {
    RIGHT,
    WRONG,
    /** The verifier gave no answer. */
    UNKNOWN
}
