package org.mobiletoken.delivery;

import java.util.BitSet;
import java.util.Optional;

/**
 * Too many records that cannot be decoded are a fault of the sender or the reader, not of single records: so many in a
 * row, or more than a share of the last ones. The share is not judged before the last ones are complete.
 */
final class DecodingRecord {
    private final int inARowAtMost;
    private final int among;
    private final double share;
    private final BitSet undecodable;
    private int seen;
    private int inARow;

    /**
     * @param inARowAtMost so many in a row are too many
     * @param among how many are the last ones
     * @param share more than this part of them is too many
     */
    DecodingRecord(int inARowAtMost, int among, double share) {
        if (inARowAtMost < 1 || among < 1 || share < 0 || share > 1) {
            throw new IllegalArgumentException(
                    "A breaker needs at least one record in a row, at least one among which the share is taken, and a share from 0 to 1");
        }
        this.inARowAtMost = inARowAtMost;
        this.among = among;
        this.share = share;
        this.undecodable = new BitSet(among);
    }

    /** Notes one more record, and says in a sentence when they have become too many. */
    Optional<String> note(boolean decoded) {
        undecodable.set(seen % among, !decoded);
        seen = seen + 1 < 2 * among ? seen + 1 : among;
        inARow = decoded ? 0 : inARow + 1;
        if (inARow >= inARowAtMost) {
            return Optional.of(inARow + " records in a row could not be decoded.");
        }
        if (!decoded && seen >= among && undecodable.cardinality() > share * among) {
            return Optional.of(undecodable.cardinality() + " of the last " + among + " records could not be decoded.");
        }
        return Optional.empty();
    }
}
