package org.mobiletoken.gatling;

/** What the benchmark gives its simulation, in the environment of the process. */
final class Given {
    private Given() {}

    static String target() {
        return value("TARGET");
    }

    static int clients() {
        return Integer.parseInt(value("CLIENTS"));
    }

    /** A file of comma-separated values: one operation a line, under a line with their names. */
    static String feed() {
        return value("FEED");
    }

    /** Of the service in whose name is asked. */
    static String accessToken() {
        return value("ACCESS_TOKEN");
    }

    private static String value(String name) {
        String value = System.getenv(name);
        if (value == null) {
            throw new IllegalStateException("A simulation is started by a benchmark: " + name + " is missing");
        }
        return value;
    }
}
