package org.mobiletoken.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.mobiletoken.stack.ServiceProcess;

/** How much of a service's heap is in use once everything unreachable has been collected. */
final class LiveHeap {
    private static final String TOTAL = "Total";
    private static final double BYTES_PER_MEGABYTE = 1_048_576;

    private LiveHeap() {}

    static double megabytes(ServiceProcess service) {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        try {
            Process process = new ProcessBuilder(
                            jcmd.toString(), Long.toString(service.pid().orElseThrow()), "GC.class_histogram")
                    .redirectErrorStream(true)
                    .start();
            return of(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The heap of " + service.name() + " cannot be looked at", e);
        }
    }

    /** The last line sums up: Total, instances, bytes. */
    static double of(String histogram) {
        return histogram
                .lines()
                .filter(line -> line.startsWith(TOTAL))
                .mapToDouble(line -> Long.parseLong(line.strip().split("\\s+")[2]) / BYTES_PER_MEGABYTE)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("This is no histogram of a heap: " + histogram));
    }
}
