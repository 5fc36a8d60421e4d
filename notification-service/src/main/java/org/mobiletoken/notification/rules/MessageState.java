package org.mobiletoken.notification.rules;

/** The life of a message: {@code PENDING → SENDING → ACCEPTED | FAILED | UNKNOWN}. */
public enum MessageState {
    /** To be sent. */
    PENDING,
    /** Being handed to the provider: committed before the first byte leaves, so a crash leaves a doubt and never a double. */
    SENDING,
    /** Taken over by the provider. */
    ACCEPTED,
    /** Provably not sent, and not to be sent any more. */
    FAILED,
    /** Perhaps sent: shown to operations, not repeated. */
    UNKNOWN
}
