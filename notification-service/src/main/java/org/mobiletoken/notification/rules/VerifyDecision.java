package org.mobiletoken.notification.rules;

/** What becomes of a code that was typed in. */
public sealed interface VerifyDecision {

    /** The code is right, and used up by this. */
    record Accept() implements VerifyDecision {}

    /** The code is wrong, and counted. */
    record Reject(int triesLeft) implements VerifyDecision {}

    /** There is nothing to verify any more, and nothing is counted. */
    record Ended() implements VerifyDecision {}
}
