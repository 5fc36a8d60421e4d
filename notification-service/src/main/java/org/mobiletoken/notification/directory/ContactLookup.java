package org.mobiletoken.notification.directory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.notification.rules.Language;

/** What the directory said of a customer. */
public sealed interface ContactLookup {

    /**
     * Where and in which language to write; {@code changedAt} is when the number was last changed. An address that is absent is
     * one that no message may be sent to.
     */
    record Found(
            @Nullable MobileNumber number,
            @Nullable EmailAddress email,
            @Nullable Instant changedAt,
            Language language) implements ContactLookup {}

    /** The directory does not know the customer. */
    record NoCustomer() implements ContactLookup {}

    /** The directory did not answer. */
    record Unavailable() implements ContactLookup {}
}
