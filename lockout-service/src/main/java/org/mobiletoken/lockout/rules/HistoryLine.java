package org.mobiletoken.lockout.rules;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing that happened to a customer, and its place in the order of the history. */
public record HistoryLine(
        Place place,
        String kind,
        @Nullable String app,
        @Nullable String purpose,
        @Nullable UUID freezeId,
        String actor,
        @Nullable String cause,
        @Nullable String reference) {

    /** Orders lines by time, and lines of one instant as they were written. */
    public record Place(Instant at, long rank, UUID id) {
        /** After everything. */
        public static final Place END = new Place(Instant.parse("9999-12-31T00:00:00Z"), 0, new UUID(0, 0));
    }
}
