package org.mobiletoken.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder under {@code target} of the module being tested, deleted when the JVM ends. */
final class TemporaryFolder {
    private TemporaryFolder() {}

    /** {@code closeFirst} runs before the folder is deleted. */
    static Path create(String name) {
        try {
            Path parent =
                    Files.createDirectories(Path.of("target", "test-servers").toAbsolutePath());
            return Files.createTempDirectory(parent, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** At the end of the JVM, closes the server and then deletes its folder. */
    static void closeAtEnd(AutoCloseable server, Path folder) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> closeAndDelete(server, folder), "close-" + folder));
    }

    private static void closeAndDelete(AutoCloseable server, Path folder) {
        try {
            server.close();
        } catch (Exception e) {
            System.err.println("A test server did not close: " + e.getMessage());
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
        } catch (IOException | UncheckedIOException e) {
            System.err.println("The folder of a test server was not deleted: " + e.getMessage());
        }
    }
}
