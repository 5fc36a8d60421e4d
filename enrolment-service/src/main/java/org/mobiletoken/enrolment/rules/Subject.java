package org.mobiletoken.enrolment.rules;

/** What the customer approves with a proof. */
public sealed interface Subject {
    /** Only the purpose itself. */
    record Nothing() implements Subject {}

    /** That this app, with the key of this thumbprint, gets the token's setting. */
    record Target(String app, String keyThumbprint) implements Subject {}

    /** The transaction whose details have this hash. */
    record Details(String hash) implements Subject {}
}
