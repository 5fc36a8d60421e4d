package org.mobiletoken.sync.http;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code Prefer: wait} and {@code Prefer: wait=<seconds>} (RFC 7240); other preferences are ignored. */
final class Prefer {
    private static final Pattern WAIT =
            Pattern.compile("(?:^|[,;])\\s*wait\\s*(?:=\\s*\"?(\\d{1,4})\"?)?\\s*(?:$|[,;])");

    private Prefer() {}

    /** How long the caller likes to wait, never longer than {@code atMost}; zero without the preference. */
    static Duration wait(@Nullable String header, Duration atMost) {
        Matcher wait = WAIT.matcher(header == null ? "" : header.toLowerCase(Locale.ROOT));
        if (!wait.find()) {
            return Duration.ZERO;
        }
        String seconds = wait.group(1);
        Duration wished = seconds == null ? atMost : Duration.ofSeconds(Long.parseLong(seconds));
        return wished.compareTo(atMost) < 0 ? wished : atMost;
    }
}
