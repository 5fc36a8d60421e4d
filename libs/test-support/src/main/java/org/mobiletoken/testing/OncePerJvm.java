package org.mobiletoken.testing;

import java.util.function.Supplier;

/** Values that live as long as the JVM, whichever class loader asks: Quarkus loads test resources more than once. */
final class OncePerJvm {
    private static final String PREFIX = "mobile-token.testing.";

    private OncePerJvm() {}

    /** The text kept under {@code name}, made by the first who asks. */
    static String text(String name, Supplier<String> maker) {
        var properties = System.getProperties();
        synchronized (properties) {
            String kept = properties.getProperty(PREFIX + name);
            if (kept == null) {
                kept = maker.get();
                properties.setProperty(PREFIX + name, kept);
            }
            return kept;
        }
    }
}
