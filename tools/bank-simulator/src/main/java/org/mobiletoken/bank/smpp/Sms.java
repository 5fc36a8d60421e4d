package org.mobiletoken.bank.smpp;

import java.time.Instant;

/** A short message as it lies in the inbox of a phone; the number is in international form with a plus sign. */
public record Sms(String to, String text, Instant receivedAt, String messageId) {
    @Override
    public String toString() {
        return "message " + messageId;
    }
}
