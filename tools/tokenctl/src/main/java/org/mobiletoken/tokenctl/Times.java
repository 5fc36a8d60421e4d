package org.mobiletoken.tokenctl;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.TypeConversionException;

/** Reads instants with any offset, so that nobody has to reckon in UTC. */
final class Times {
    private Times() {}

    static Instant parse(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new TypeConversionException(
                    "'" + text
                            + "' is no time. Write it with its offset, as in 2026-11-24T14:00:00+08:00 or 2026-11-24T06:00:00Z.");
        }
    }
}
