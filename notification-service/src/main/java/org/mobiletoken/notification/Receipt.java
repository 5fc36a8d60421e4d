package org.mobiletoken.notification;

import org.mobiletoken.notification.rules.PartOutcome;

/** A provider's final word on one part of a message, which it knows by its own reference. */
public record Receipt(String provider, String reference, PartOutcome outcome) {}
