package org.mobiletoken.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mobiletoken.tokenctl.Tokenctl;

/** A person in operations with tokenctl and a client of their own. */
final class Operator {
    /** What a command left behind. */
    record Result(int status, String out, String err) {
        Result expect(int expected) {
            assertThat(status).as(out + err).isEqualTo(expected);
            return this;
        }

        JsonNode json() {
            try {
                return JSON.readTree(out);
            } catch (IOException e) {
                throw new UncheckedIOException(out, e);
            }
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path TARGET = Path.of("../../tools/tokenctl/target");

    private final Platform platform;
    private final String client;

    private Operator(Platform platform, String client) {
        this.platform = platform;
        this.client = client;
    }

    static Operator first(Platform platform) {
        return new Operator(platform, "tokenctl");
    }

    static Operator second(Platform platform) {
        return new Operator(platform, "tokenctl-approver");
    }

    /** Types a command; it runs in this process, since a JVM for each of a hundred commands is most of the time. */
    Result types(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int status = Tokenctl.commandLine(environment())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Result(status, out.toString(), err.toString());
    }

    /** Types a command that starts the packaged jar. */
    Result startsTheJar(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar().toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(environment());
        try {
            Path err = Files.createTempFile("tokenctl", ".err");
            Process process = builder.redirectError(err.toFile()).start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            String errors = Files.readString(err);
            Files.delete(err);
            return new Result(status, out, errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> environment() {
        return Map.of(
                "TOKENCTL_ENDPOINTS",
                platform.stack().endpoints().toAbsolutePath().toString(),
                "TOKENCTL_CLIENT_ID",
                client,
                "TOKENCTL_CLIENT_SECRET",
                client + "-secret");
    }

    private static Path jar() {
        try (Stream<Path> files = Files.list(TARGET)) {
            return files.filter(file -> file.toString().endsWith("-all.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("tokenctl has not been packaged"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
