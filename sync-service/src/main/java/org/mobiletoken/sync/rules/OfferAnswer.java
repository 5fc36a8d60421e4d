package org.mobiletoken.sync.rules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the customer last said to the offer. */
public sealed interface OfferAnswer {
    /** Not now; asked again at the next login. Without a session id nothing tells one login from the next. */
    record RemindNextTime(@Nullable String sessionId) implements OfferAnswer {}

    /** Not wanted; the menu still has it. */
    record Cancelled(Instant at) implements OfferAnswer {}
}
