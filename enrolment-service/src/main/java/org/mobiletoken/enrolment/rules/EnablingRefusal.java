package org.mobiletoken.enrolment.rules;

import java.time.Duration;

/** Why a step of enabling was refused; each is an answer to the customer, not a failure of the system. */
public sealed interface EnablingRefusal {

    record Frozen(Freeze freeze) implements EnablingRefusal {}

    record AlreadyEnabled() implements EnablingRefusal {}

    record SynchroniseInstead(String app) implements EnablingRefusal {}

    record OtherDevice(String maskedDeviceName) implements EnablingRefusal {}

    /** No such enrolment of this customer in this app. */
    record Unknown() implements EnablingRefusal {}

    record EnrolmentEnded() implements EnablingRefusal {}

    /** The enrolment goes on, but another step comes next. */
    record OutOfOrder() implements EnablingRefusal {}

    record IdentityMismatch(int triesLeft) implements EnablingRefusal {}

    record TooManyIdentityChecks(Duration retryAfter) implements EnablingRefusal {}

    record WrongCode(int triesLeft) implements EnablingRefusal {}

    record ProofRefused() implements EnablingRefusal {}

    record ChallengeUsed() implements EnablingRefusal {}

    record WeakPasscode() implements EnablingRefusal {}

    /** No place was free to hash the passcode; nothing was used up but the challenge. */
    record Busy() implements EnablingRefusal {}
}
