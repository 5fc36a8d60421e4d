package org.mobiletoken.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * One place of the chain: a row of a service's history, by its digest, in the order in which rows were sealed.
 *
 * @param position 1 for the first, without gaps
 * @param table where the row is
 * @param row which one it is
 * @param at when what it tells happened
 * @param digest SHA-256 of the row as it was when it was sealed, in hexadecimal
 */
public record Entry(long position, String table, String row, Instant at, String digest) {
    /** What the first entry follows from. */
    public static final String BEGINNING = "0".repeat(64);

    private static final String FORM = "mobile-token audit 1";

    /** The hash of this entry and, through the one before it, of all before. */
    public String hashAfter(String previous) {
        String canonical = String.join(
                "\n", FORM, previous, Long.toString(position), table, row, Long.toString(at.toEpochMilli()), digest);
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java platform has no SHA-256", e);
        }
    }

    /** For people: the table and the row. */
    public String name() {
        return table + "/" + row;
    }
}
