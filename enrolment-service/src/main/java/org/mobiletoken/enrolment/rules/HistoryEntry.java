package org.mobiletoken.enrolment.rules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One thing that happened to a customer's tokens: who did it, in which app, why, and what it refers to. */
public record HistoryEntry(
        Instant at,
        String actor,
        String kind,
        @Nullable String app,
        @Nullable String cause,
        @Nullable String reference) {

    /** The actor of what the customer did. */
    public static final String CUSTOMER = "customer";
}
