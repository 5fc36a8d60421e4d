package org.mobiletoken.clock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The offset of a demonstration's clock, an ISO-8601 duration in a file which all services of one machine share. */
final class DemoOffset {
    static final DemoOffset NONE = new DemoOffset(null);

    private static final long REREAD_AFTER_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private record Reading(Duration offset, long atNanos) {}

    private final @Nullable Path file;
    private volatile Reading last;

    DemoOffset(@Nullable Path file) {
        this.file = file;
        this.last = new Reading(file == null ? Duration.ZERO : read(file), System.nanoTime());
    }

    Duration now() {
        if (file == null) {
            return Duration.ZERO;
        }
        Reading reading = last;
        if (System.nanoTime() - reading.atNanos() > REREAD_AFTER_NANOS) {
            reading = new Reading(read(file), System.nanoTime());
            last = reading;
        }
        return reading.offset();
    }

    private static Duration read(Path file) {
        try {
            String text = Files.exists(file) ? Files.readString(file).strip() : "";
            return text.isEmpty() ? Duration.ZERO : Duration.parse(text);
        } catch (IOException e) {
            throw new UncheckedIOException("The demonstration's clock file cannot be read", e);
        }
    }
}
