package org.mobiletoken.testing;

import java.util.function.Supplier;

/** Texts that live as long as the JVM, whichever class loader asks: Quarkus loads test resources more than once. */
final class OncePerJvm {
    private static final String PREFIX = "mobile-token.testing.";

    private OncePerJvm() {}

    /** The text kept under {@code name}, made by the first who asks; the others wait for it. */
    static String text(String name, Supplier<String> maker) {
        String key = (PREFIX + name).intern(); // an interned text is one lock for all class loaders
        synchronized (key) {
            String kept = System.getProperty(key);
            if (kept == null) {
                kept = maker.get();
                System.setProperty(key, kept);
            }
            return kept;
        }
    }
}
