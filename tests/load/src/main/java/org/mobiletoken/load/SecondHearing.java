package org.mobiletoken.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import org.mobiletoken.stack.ServiceName;
import org.mobiletoken.stack.TableCopy;

/**
 * Everything that was ever published, handed to every consumer of every service once more: whoever has taken an event over drops it, so
 * that whatever is handled now was missed before.
 */
final class SecondHearing {
    private static final int EVENTS_PER_SECOND = 5_000;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration QUIET = Duration.ofSeconds(3);
    private static final int LOOKS_AT_MOST = 100;

    private SecondHearing() {}

    static Report of(Platform platform) {
        var operators = new Operators(platform);
        TableCopy before = atRest(platform);
        long begin = System.nanoTime();
        long events = 0;
        long handled = 0;
        long incomplete = 0;
        for (ServiceName service : ServiceName.values()) {
            URI address = platform.stack().url(service);
            for (JsonNode consumer : operators.status(address).path("consumers")) {
                JsonNode replay =
                        operators.replay(address, consumer.path("name").asText(), EVENTS_PER_SECOND, PATIENCE);
                JsonNode progress = replay.path("progress");
                events += progress.path("done").asLong();
                handled += progress.path("handled").asLong();
                incomplete += replay.path("state").asText().equals("COMPLETED") ? 0 : 1;
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        TableCopy after = atRest(platform);
        return new Report()
                .condition("rows", before.count())
                .figure("events", events)
                .figure("seconds", seconds)
                .exactly("incomplete", 0, incomplete)
                .exactly("handled_again", 0, handled)
                .exactly("rows_changed", 0, after.changedSince(before));
    }

    /** The business tables once nothing in them has changed for a while. */
    static TableCopy atRest(Platform platform) {
        TableCopy before = TableCopy.of(platform.stack());
        for (int look = 0; look < LOOKS_AT_MOST; look++) {
            Figures.pass(QUIET);
            TableCopy after = TableCopy.of(platform.stack());
            if (after.equals(before)) {
                return after;
            }
            before = after;
        }
        throw new IllegalStateException("The platform does not come to rest");
    }
}
