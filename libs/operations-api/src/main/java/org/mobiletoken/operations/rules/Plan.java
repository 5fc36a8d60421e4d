package org.mobiletoken.operations.rules;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a replay would do, fixed when it was planned. Its hash stands for all of it, so whoever names the hash has seen
 * this plan and no other.
 */
public record Plan(
        UUID id,
        String author,
        Instant plannedAt,
        Instant expiresAt,
        Selection selection,
        List<Range> ranges,
        Contents contents) {

    public String hash() {
        return hashWith(contents);
    }

    /** What the hash would be if the same plan were made with what its ranges hold now. */
    public String hashWith(Contents now) {
        String text = String.join(
                "\n",
                id.toString(),
                author,
                plannedAt.toString(),
                expiresAt.toString(),
                selection.toString(),
                ranges.toString(),
                now.toString());
        return Hashes.of(text);
    }

    /** A plan is good until it expires, and not at that instant any more. */
    public boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
