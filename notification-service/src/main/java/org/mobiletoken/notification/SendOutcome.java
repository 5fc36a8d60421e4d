package org.mobiletoken.notification;

import java.util.List;

/** What is known after a message was handed to a provider. */
public sealed interface SendOutcome {

    /** The provider took it over and calls its parts so. */
    record Accepted(String provider, List<String> references) implements SendOutcome {}

    /** The provider provably did not take it, for a reason that may pass. */
    record NotTaken(String reason) implements SendOutcome {}

    /** The provider provably did not take it, and never will. */
    record Refused(String reason) implements SendOutcome {}

    /** It was handed to nobody, because its time had run out. */
    record TooLate() implements SendOutcome {}

    /** Nobody knows whether the provider took it, so sending it again could double it. */
    record Unknown(String reason) implements SendOutcome {}
}
