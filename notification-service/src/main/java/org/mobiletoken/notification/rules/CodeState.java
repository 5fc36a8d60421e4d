package org.mobiletoken.notification.rules;

/** The life of a code: {@code SENDING → ACTIVE → USED}, or {@code VOID}, {@code FAILED}, {@code UNKNOWN} on the way. */
public enum CodeState {
    /** Handed to the SMS centre, which has not answered yet. */
    SENDING,
    /** Accepted by the SMS centre: the only state in which a code can be verified. */
    ACTIVE,
    /** Verified once, never again. */
    USED,
    /** Replaced by a newer code of its flow. */
    VOID,
    /** Never left for the customer, so it costs none of the customer's allowance. */
    FAILED,
    /** Perhaps sent: not verifiable, but it counts. */
    UNKNOWN
}
