package org.mobiletoken.mail;

import java.time.Instant;

/** A mail as it lies in a mailbox. */
public record ReceivedMail(String to, String from, String subject, String text, Instant receivedAt) {
    @Override
    public String toString() {
        return "mail of " + receivedAt;
    }
}
