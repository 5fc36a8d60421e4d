package org.mobiletoken.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mobiletoken.bank.Waiting;
import org.mobiletoken.stack.FreePort;
import org.mobiletoken.stack.Leash;

/** An SMS centre in a process of its own, which is killed and started again on the same port; what it took in any life is counted. */
final class KillableCentre implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final int port = FreePort.next();
    private final Path folder;
    private final Path messages;
    private Process process;

    KillableCentre() {
        try {
            folder = Files.createTempDirectory("mobile-token-sms-centre");
            messages = Files.createFile(folder.resolve("messages"));
            process = launch();
        } catch (IOException e) {
            throw new UncheckedIOException("The SMS centre cannot be started", e);
        }
    }

    int port() {
        return port;
    }

    /** Ends the process without a word and starts the next one, which takes over nothing but the port. */
    void killAndStart() {
        process.destroyForcibly().onExit().join();
        try {
            process = launch();
        } catch (IOException e) {
            throw new UncheckedIOException("The SMS centre cannot be started again", e);
        }
    }

    /** Returns once more has been taken since {@code before} bytes. */
    void awaitMessageAfter(long before) {
        Waiting.until(
                "The SMS centre got no message",
                PATIENCE,
                () -> Optional.of(bytesWritten()).filter(now -> now > before));
    }

    long bytesWritten() {
        try {
            return Files.size(messages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many messages each number got, in all lives. */
    Map<String, Long> received() {
        try {
            return Files.readAllLines(messages).stream()
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process launch() throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx96m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Leash.class.getName(),
                        LastingCentre.class.getName(),
                        Integer.toString(port),
                        messages.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The messages of the SMS centre could not be deleted: " + folder, e);
        }
    }
}
