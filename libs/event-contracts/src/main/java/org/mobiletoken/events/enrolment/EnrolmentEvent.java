package org.mobiletoken.events.enrolment;

import org.mobiletoken.events.Event;

/** What enrolment-service says happened to tokens. */
public sealed interface EnrolmentEvent extends Event
        permits TokenEnabled,
                TokenDisabled,
                TokenBecameEffective,
                BiometricEnabled,
                BiometricDisabled,
                TransactionAuthorised,
                EnrolmentFailed {}
