package org.mobiletoken.notification;

/** What is known after a message was handed to a provider. */
public sealed interface SendOutcome {

    /** The provider took it over, in so many parts, and calls it so. */
    record Accepted(String reference, int parts) implements SendOutcome {}

    /** The provider provably did not take it, for a reason that may pass. */
    record NotTaken(String reason) implements SendOutcome {}

    /** The provider provably did not take it, and never will. */
    record Refused(String reason) implements SendOutcome {}

    /** Nobody knows whether the provider took it, so sending it again could double it. */
    record Unknown(String reason) implements SendOutcome {}
}
