package org.mobiletoken.stack;

import java.nio.file.Files;
import java.nio.file.Path;

/** What the JVM of a packaged application has learnt in training, beside the application's launcher. */
final class AotCache {
    private AotCache() {}

    static Path of(Path application) {
        return application.resolve("app.aot");
    }

    static Path launcher(Path application) {
        return application.resolve("quarkus-run.jar");
    }

    /** Whether there is one that was written after the application was packaged. */
    static boolean isCurrent(Path application) {
        Path cache = of(application);
        return Files.exists(cache)
                && cache.toFile().lastModified()
                        > launcher(application).toFile().lastModified();
    }
}
