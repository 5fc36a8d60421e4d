package org.mobiletoken.lockout.model;

/** What must never happen, happened. */
final class Violation extends RuntimeException {
    private static final long serialVersionUID = 1;

    Violation(String what) {
        super(what);
    }
}
