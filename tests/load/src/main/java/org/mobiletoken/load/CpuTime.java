package org.mobiletoken.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** User and system time in milliseconds by part of the platform, as Linux counts it; other systems do not tell. */
final class CpuTime {
    static final String POSTGRESQL = "postgresql";
    static final String LOAD_GENERATOR = "load-generator";

    private final Map<String, Double> millis = new LinkedHashMap<>();

    static boolean isKnown() {
        return Files.exists(Path.of("/proc/self/stat"));
    }

    CpuTime addProcess(String part, OptionalLong pid) {
        pid.ifPresent(number -> add(part, stat(number).own()));
        return this;
    }

    /** The process with all its children, also those that have ended: PostgreSQL has one for each connection. */
    CpuTime addFamily(String part, OptionalLong pid) {
        pid.ifPresent(number -> {
            add(part, stat(number).withEndedChildren());
            ProcessHandle.of(number).stream()
                    .flatMap(ProcessHandle::descendants)
                    .forEach(child -> add(part, stat(child.pid()).withEndedChildren()));
        });
        return this;
    }

    CpuTime addThisProcess() {
        return addProcess(
                LOAD_GENERATOR, OptionalLong.of(ProcessHandle.current().pid()));
    }

    private void add(String part, OptionalDouble time) {
        time.ifPresent(some -> millis.merge(part, some, Double::sum));
    }

    /** By part, what was used since then. */
    Map<String, Double> since(CpuTime before) {
        Map<String, Double> used = new LinkedHashMap<>();
        millis.forEach((part, time) -> used.put(part, time - before.millis.getOrDefault(part, 0.0)));
        return used;
    }

    /** The times of a process that exists no longer are nobody's. */
    private static Stat stat(long pid) {
        try {
            return Stat.of(Files.readString(Path.of("/proc", Long.toString(pid), "stat")));
        } catch (IOException gone) {
            return new Stat(OptionalDouble.empty(), OptionalDouble.empty());
        }
    }

    /** One line of {@code /proc/<pid>/stat}. */
    record Stat(OptionalDouble own, OptionalDouble withEndedChildren) {
        private static final int FIRST_AFTER_NAME = 3;
        private static final int USER = 14;
        private static final double MILLIS_PER_TICK = 10;

        static Stat of(String line) {
            // the name stands in brackets and may hold anything, also spaces and brackets
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            return new Stat(OptionalDouble.of(sum(fields, 2)), OptionalDouble.of(sum(fields, 4)));
        }

        private static double sum(String[] fields, int times) {
            double ticks = 0;
            for (int i = 0; i < times; i++) {
                ticks += Long.parseLong(fields[USER - FIRST_AFTER_NAME + i]);
            }
            return ticks * MILLIS_PER_TICK;
        }
    }
}
