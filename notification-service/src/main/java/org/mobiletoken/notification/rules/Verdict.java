package org.mobiletoken.notification.rules;

/** What operations found out about a message of unknown fate. */
public enum Verdict {
    /** The provider had taken it over. */
    SENT,
    /** The provider had not, and the message is given up. */
    NOT_SENT,
    /** The provider had not, and the message is to be sent. */
    SEND_AGAIN;

    /** What becomes of the message. */
    public MessageState state() {
        return switch (this) {
            case SENT -> MessageState.ACCEPTED;
            case NOT_SENT -> MessageState.FAILED;
            case SEND_AGAIN -> MessageState.PENDING;
        };
    }
}
