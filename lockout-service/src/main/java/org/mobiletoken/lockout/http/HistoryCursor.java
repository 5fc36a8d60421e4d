package org.mobiletoken.lockout.http;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.http.Problem;
import org.mobiletoken.http.ProblemTypes;
import org.mobiletoken.lockout.rules.HistoryLine.Place;

/** A place in the history as an opaque text in a URL. */
final class HistoryCursor {

    private HistoryCursor() {}

    static String of(Place place) {
        var text = place.at() + "|" + place.rank() + "|" + place.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The place; without a text, the end of the history. */
    static Place place(@Nullable String cursor) {
        if (cursor == null) {
            return Place.END;
        }
        try {
            var parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\|", -1);
            return new Place(Instant.parse(parts[0]), Long.parseLong(parts[1]), UUID.fromString(parts[2]));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException notOurs) {
            throw Problem.of(ProblemTypes.MALFORMED).with("fields", "before").toException();
        }
    }
}
