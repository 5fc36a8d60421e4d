package org.mobiletoken.enrolment;

import java.time.Instant;
import org.mobiletoken.enrolment.rules.Authorisation;
import org.mobiletoken.enrolment.rules.VerificationRefusal;

/** How a step of authorising a high-risk transaction ended. */
public sealed interface AuthorisationStep {

    record Requested(Authorisation authorisation) implements AuthorisationStep {}

    /** The customer approved, or the executing system redeemed. */
    record Done(Authorisation authorisation) implements AuthorisationStep {}

    /** The bank lets no token of this app authorise transactions. */
    record AppMayNot() implements AuthorisationStep {}

    record NotEnabled() implements AuthorisationStep {}

    record CoolingOff(Instant effectiveAt) implements AuthorisationStep {}

    record Unknown() implements AuthorisationStep {}

    record NotVerified(VerificationRefusal refusal) implements AuthorisationStep {}

    /** @param why anything but done */
    record Refused(Authorisation.Outcome why) implements AuthorisationStep {}
}
