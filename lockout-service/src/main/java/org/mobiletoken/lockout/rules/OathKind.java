package org.mobiletoken.lockout.rules;

import java.time.Duration;

/** How an e-token makes its codes: from a counter that each code moves on, or from the time. */
public sealed interface OathKind {

    Hash hash();

    int digits();

    /** Shows a code of its own counter. */
    record Counted(Hash hash, int digits) implements OathKind {}

    /**
     * Shows a code of the time.
     *
     * @param step for how long the e-token shows the same code
     */
    record Timed(Hash hash, int digits, Duration step) implements OathKind {}

    /** What the codes are made with. */
    enum Hash {
        SHA1,
        SHA256,
        SHA512
    }
}
