package org.mobiletoken.notification.rules;

import java.util.EnumSet;
import java.util.Set;

/** The life of a message: {@code PENDING → SENDING → ACCEPTED → DELIVERED}, or {@code FAILED}, {@code UNKNOWN}, {@code EXPIRED}. */
public enum MessageState {
    /** To be sent. */
    PENDING,
    /** Being handed to the provider: committed before the first byte leaves, so a crash leaves a doubt and never a double. */
    SENDING,
    /** Taken over by the provider. */
    ACCEPTED,
    /** On the customer's phone, by the provider's receipt. */
    DELIVERED,
    /** Provably not sent or not delivered, and not to be sent any more. */
    FAILED,
    /** Perhaps sent: shown to operations, not repeated. */
    UNKNOWN,
    /** Its time ran out before it was handed over or delivered. */
    EXPIRED;

    /** The states from which a message gets here; out of {@code DELIVERED}, {@code FAILED} and {@code EXPIRED} there is no way. */
    public Set<MessageState> comesFrom() {
        return switch (this) {
            case PENDING -> EnumSet.of(SENDING, UNKNOWN);
            case SENDING -> EnumSet.of(PENDING);
            case ACCEPTED -> EnumSet.of(SENDING, UNKNOWN);
            case DELIVERED -> EnumSet.of(ACCEPTED, UNKNOWN);
            case FAILED, EXPIRED -> EnumSet.of(PENDING, SENDING, ACCEPTED, UNKNOWN);
            case UNKNOWN -> EnumSet.of(SENDING);
        };
    }
}
