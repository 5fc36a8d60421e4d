package org.mobiletoken.enrolment.rules;

/** A passcode in plain text, which must never reach a log: it does not print itself. */
public final class Passcode {
    private final String digits;

    public Passcode(String digits) {
        this.digits = digits;
    }

    /** The plain text: only for the policy and the verifier. */
    public String reveal() {
        return digits;
    }

    @Override
    public String toString() {
        return "Passcode(hidden)";
    }
}
