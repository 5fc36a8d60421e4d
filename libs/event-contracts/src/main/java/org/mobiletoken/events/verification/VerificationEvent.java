package org.mobiletoken.events.verification;

import org.mobiletoken.events.Event;

/** What enrolment-service says of each accepted proof. */
public sealed interface VerificationEvent extends Event permits TokenVerified {}
