package org.mobiletoken.stack;

import java.time.Duration;

/** Told about each part as the stack starts. */
public interface Progress {
    /** The part runs and answers; it took so long. */
    void ready(String part, Duration took);

    /** A part has ended although nobody asked it to; the message says which and ends with its log's last lines. */
    void crashed(String message);

    /** Says nothing while all is well, and throws nothing away: a crash goes to standard error. */
    static Progress quiet() {
        return new Progress() {
            @Override
            public void ready(String part, Duration took) {}

            @Override
            public void crashed(String message) {
                System.err.println(message);
            }
        };
    }
}
