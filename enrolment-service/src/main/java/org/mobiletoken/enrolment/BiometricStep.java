package org.mobiletoken.enrolment;

import java.util.UUID;
import org.mobiletoken.enrolment.neighbours.OneTimeCodes;
import org.mobiletoken.enrolment.rules.VerificationRefusal;
import org.mobiletoken.http.Problem;

/** How a step of turning biometric login on ended. */
public sealed interface BiometricStep {

    /** The passcode was right and the SMS code is out. */
    record CodeSent(UUID flow, OneTimeCodes.Sent code) implements BiometricStep {}

    record CodeAccepted() implements BiometricStep {}

    record KeyRegistered() implements BiometricStep {}

    record NotVerified(VerificationRefusal refusal) implements BiometricStep {}

    record WrongCode(int triesLeft) implements BiometricStep {}

    /** There is no such flow of this customer in this app. */
    record Unknown() implements BiometricStep {}

    /** The flow waits for another step, or has ended. */
    record NotAwaited() implements BiometricStep {}

    /** @param problem the refusal of notification-service, which the caller sees as it is */
    record RefusedElsewhere(Problem problem) implements BiometricStep {}
}
