package org.mobiletoken.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** How much of a process lies in memory, as Linux counts it; other systems do not tell. */
final class ResidentMemory {
    private static final String LINE = "VmRSS:";
    private static final double KILOBYTES_PER_MEGABYTE = 1_024;

    private ResidentMemory() {}

    static OptionalDouble megabytes(OptionalLong pid) {
        if (pid.isEmpty()) {
            return OptionalDouble.empty();
        }
        try {
            return of(Files.readString(Path.of("/proc", Long.toString(pid.getAsLong()), "status")));
        } catch (IOException gone) {
            return OptionalDouble.empty();
        }
    }

    static OptionalDouble of(String status) {
        return status.lines()
                .filter(line -> line.startsWith(LINE))
                .mapToDouble(line -> Double.parseDouble(
                                line.substring(LINE.length()).replace("kB", "").strip())
                        / KILOBYTES_PER_MEGABYTE)
                .findFirst();
    }
}
