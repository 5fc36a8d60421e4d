package org.mobiletoken.operations;

import java.util.List;
import org.mobiletoken.operations.rules.Hashes;

/**
 * How the table beside differs from the live one.
 *
 * @param same rows that are alike
 * @param ahead rows of different versions, or which the live one has not: one of the two knows later events, or lost some
 * @param different rows of the same version with other contents
 * @param onlyLive rows that no event accounts for
 * @param examples the first of the rows that differ or only the live table has
 * @param fingerprint of all rows that differ or only the live table has
 */
public record Difference(
        long same, long ahead, long different, long onlyLive, List<String> examples, String fingerprint) {
    /** Stands for this difference, whatever rows are added on both sides alike. */
    public String hash(Rebuild rebuild) {
        return Hashes.of(rebuild.id() + " " + different + " " + onlyLive + " " + fingerprint);
    }
}
