package org.mobiletoken.enrolment.rules;

/** Why a token ended. */
public enum EndCause {
    CUSTOMER,
    LINKED_APP_DISABLED,
    DEVICE_REPLACED,
    BANK
}
