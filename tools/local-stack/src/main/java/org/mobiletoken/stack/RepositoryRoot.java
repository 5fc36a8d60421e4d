package org.mobiletoken.stack;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of the clone that this JVM works in: the nearest one above that holds the Maven wrapper. */
public final class RepositoryRoot {
    private RepositoryRoot() {}

    public static Path find() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("mvnw"))) {
                return folder;
            }
        }
        throw new StackException("This is not inside a clone of the repository: no mvnw in or above "
                + Path.of("").toAbsolutePath() + ".");
    }
}
