package org.mobiletoken.notification.rules;

/** What a receipt says finally of one part of a message. */
public enum PartOutcome {
    DELIVERED,
    FAILED,
    EXPIRED
}
