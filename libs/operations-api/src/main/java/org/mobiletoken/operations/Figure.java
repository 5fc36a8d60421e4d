package org.mobiletoken.operations;

import java.time.Duration;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * Something that can only be told by counting in the database; a bean of this type is shown as a gauge of its name.
 *
 * @param label the name of the one label, or {@link #WHOLE}
 * @param goodFor how long a count is good enough; what is dear to count stands for longer
 * @param count gives the values by the label's few values; runs in a transaction
 */
public record Figure(
        String name, String description, String label, Duration goodFor, Supplier<Map<String, Double>> count) {
    /** Stands for the label and its value where a figure has one value only. */
    public static final String WHOLE = "";

    /** A figure of one value. */
    public static Figure whole(String name, String description, Duration goodFor, DoubleSupplier count) {
        return new Figure(name, description, WHOLE, goodFor, () -> Map.of(WHOLE, count.getAsDouble()));
    }

    /** How many rows of a kind need a key that is being retired: at 0 it can go. */
    public static Figure underOldKeys(String of, Duration goodFor, DoubleSupplier count) {
        return new Figure(
                "rows_under_old_keys",
                "Rows that need a key which is being retired",
                "of",
                goodFor,
                () -> Map.of(of, count.getAsDouble()));
    }
}
