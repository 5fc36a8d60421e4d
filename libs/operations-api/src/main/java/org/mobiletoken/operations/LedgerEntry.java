package org.mobiletoken.operations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody did, when, why and with which outcome; the number orders the entries. */
public record LedgerEntry(
        long id,
        Instant at,
        String actor,
        String name,
        String action,
        String subject,
        @Nullable String reason,
        @Nullable String ticket,
        String outcome) {}
