package org.mobiletoken.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import org.mobiletoken.stack.LocalStack;
import org.mobiletoken.stack.RepositoryRoot;

/**
 * Clients of Gatling, in a process of its own with the class path that it is built with. They work all the time until they are closed; a
 * run is what was done in its time.
 */
final class GatlingClients implements Load, AutoCloseable {
    private static final List<String> JVM = List.of(
            "-XX:+UseSerialGC",
            "-Xmx512m",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED");
    private static final String ANSWER = "tally ";
    private static final long PATIENCE_SECONDS = 30;

    /** What a simulation did since it was last asked. */
    private record Tally(double seconds, long errors, Histogram nanos) {
        static Tally of(String line) {
            String[] fields = line.split(" ", 3);
            try {
                return new Tally(
                        Double.parseDouble(fields[0]),
                        Long.parseLong(fields[1]),
                        Histogram.decodeFromCompressedByteBuffer(
                                ByteBuffer.wrap(Base64.getDecoder().decode(fields[2])), 0));
            } catch (DataFormatException e) {
                throw new IllegalStateException("No histogram", e);
            }
        }
    }

    private final int clients;
    private final Path folder;
    private final Process process;
    private final Writer questions;
    private final BufferedReader answers;

    /**
     * @param simulation by the name of its class
     * @param target the service that is asked
     * @param accessToken in whose name it is asked, where all operations have one
     * @param feed what the operations need, under a line with the names of the values
     */
    GatlingClients(String simulation, URI target, int clients, String accessToken, Stream<String> feed) {
        this.clients = clients;
        try {
            this.folder = Files.createTempDirectory("mobile-token-gatling");
            Path file = folder.resolve("feed.csv");
            Files.write(file, (Iterable<String>) feed::iterator);
            Files.createDirectories(
                    folder.resolve(".java").resolve(".userPrefs")); // or the JVM says that it has made it
            var builder =
                    new ProcessBuilder(command(simulation, folder)).redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment()
                    .putAll(Map.of(
                            "TARGET", target.toString(),
                            "CLIENTS", Integer.toString(clients),
                            "FEED", file.toString(),
                            "ACCESS_TOKEN", accessToken));
            this.process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("Gatling cannot be started", e);
        }
        this.questions = process.outputWriter(StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    private static List<String> command(String simulation, Path folder) throws IOException {
        Path built = RepositoryRoot.find().resolve("tests").resolve("gatling").resolve("target");
        String classPath = built.resolve("classes") + ":" + Files.readString(built.resolve("gatling.classpath"));
        return Stream.of(
                        List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()),
                        JVM,
                        // where Gatling notes when it last looked for a newer one
                        List.of("-Djava.util.prefs.userRoot=" + folder),
                        List.of("-cp", classPath, "io.gatling.app.Gatling"),
                        List.of("--simulation", "org.mobiletoken.gatling." + simulation),
                        List.of("--no-reports", "--results-folder", folder.toString()))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public int clients() {
        return clients;
    }

    @Override
    public Sample run(Duration time, Supplier<CpuTime> cpu) {
        tally(); // what was done before belongs to no run
        CpuTime before = withGatling(cpu);
        Figures.pass(time);
        Tally done = tally();
        return Sample.of(
                done.nanos(), done.errors(), done.seconds(), withGatling(cpu).since(before));
    }

    private CpuTime withGatling(Supplier<CpuTime> cpu) {
        return cpu.get().addProcess(CpuTime.LOAD_GENERATOR, OptionalLong.of(process.pid()));
    }

    private Tally tally() {
        try {
            questions.write('\n');
            questions.flush();
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                if (line.startsWith(ANSWER)) {
                    return Tally.of(line.substring(ANSWER.length()));
                }
            }
            throw new IllegalStateException("Gatling has ended early");
        } catch (IOException e) {
            throw new UncheckedIOException("Gatling has ended early", e);
        }
    }

    @Override
    public void close() {
        try {
            questions.close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException gone) {
            // it has ended itself
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        LocalStack.delete(folder);
    }
}
