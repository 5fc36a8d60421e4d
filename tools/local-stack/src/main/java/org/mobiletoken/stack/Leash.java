package org.mobiletoken.stack;

import java.io.IOException;
import java.util.Arrays;

/** Runs another main class and ends this JVM when its standard input closes: a child never outlives the process that started it. */
public final class Leash {
    private static final long GRACE_MILLIS = 8_000;

    private Leash() {}

    /** Takes the name of the main class, then the arguments for it. */
    public static void main(String[] args) throws ReflectiveOperationException {
        Thread.ofPlatform().daemon().name("leash").start(Leash::endWithParent);
        Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object)
                Arrays.copyOfRange(args, 1, args.length));
    }

    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                continue; // whatever is written to a child says nothing: only the end matters
            }
        } catch (IOException closed) {
            // a broken pipe is an end as well
        }
        Thread.ofPlatform().daemon().start(Leash::halt);
        System.exit(0);
    }

    private static void halt() {
        try {
            Thread.sleep(GRACE_MILLIS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }
}
