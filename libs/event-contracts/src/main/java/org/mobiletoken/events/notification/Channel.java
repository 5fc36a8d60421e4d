package org.mobiletoken.events.notification;

/** The way a message reaches the customer. */
public enum Channel {
    SMS,
    EMAIL
}
