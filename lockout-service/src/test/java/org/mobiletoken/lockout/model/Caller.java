package org.mobiletoken.lockout.model;

import org.mobiletoken.lockout.rules.AttemptId;

/** One verification as the calling service goes through it, until it has its answer; one that makes no further move has crashed. */
record Caller(AttemptId attempt, Phase phase) {

    enum Phase {
        /** The answer to its reservation was lost, and it will ask again. */
        ASKING,
        /** It was told to verify. */
        GRANTED,
        /** The passcode was right, the answer to settling was lost, and it will settle again. */
        RIGHT,
        /** The passcode was wrong, the answer to settling was lost, and it will settle again. */
        WRONG
    }

    Caller now(Phase next) {
        return new Caller(attempt, next);
    }
}
