package org.mobiletoken.images;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mobiletoken.stack.LocalStack;
import org.mobiletoken.stack.ServiceName;
import org.mobiletoken.stack.ServiceProcess;

/**
 * A service that was started out of the files of its image, by the image's own entry point, as a pod of the charts runs it: nobody's user,
 * nothing to write to but {@code /tmp}, no capability, 512 MB. It has to become ready and to answer an operator.
 */
final class Trial {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CACHE = "-XX:AOTCache=";
    private static final String OPERATOR =
            "grant_type=client_credentials&client_id=tokenctl&client_secret=tokenctl-secret";
    private static final Map<String, String> UNPRIVILEGED =
            Map.of("Uid", "10001\t10001\t10001\t10001", "CapEff", "0000000000000000", "NoNewPrivs", "1");
    private static final int OK = 200;

    private final LocalStack stack;
    private final Path folder;

    /** @param folder for the files of the images */
    Trial(LocalStack stack, Path folder) {
        this.stack = stack;
        this.folder = folder;
    }

    /** Mounts, control groups and another user are root's to give, on Linux. */
    static boolean isPossible() {
        return System.getProperty("os.name").equals("Linux")
                && System.getProperty("user.name").equals("root");
    }

    /** What became of it, in one line. */
    String of(ServiceName service, Path tar) throws IOException, InterruptedException {
        Path image = folder.resolve(service.clientId());
        Path root = image.resolve("root");
        List<String> entryPoint = unpack(tar, image, root);
        List<String> withoutCache =
                entryPoint.stream().filter(part -> !part.startsWith(CACHE)).toList();
        Start plain = start(service, root, withoutCache);
        Start cached = start(service, root, entryPoint);
        return String.format(
                Locale.ROOT,
                "%s runs as a pod does: ready after %.1f s with %d MB; without the cache %.1f s, %d MB",
                service.clientId(),
                cached.seconds(),
                cached.megabytes(),
                plain.seconds(),
                plain.megabytes());
    }

    private record Start(double seconds, long megabytes) {}

    private Start start(ServiceName service, Path root, List<String> entryPoint)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("unshare", "--mount", "sh", script().toString()));
        command.addAll(List.of(root.toString(), "mobile-token-trial"));
        command.addAll(entryPoint);
        // the demonstration's clock is a file outside
        ServiceProcess process = stack.replica(service, Map.of("MOBILE_TOKEN_DEMO_CLOCK_FILE", ""))
                .by(command);
        long begin = System.nanoTime();
        try (process) {
            process.start();
            double seconds = (System.nanoTime() - begin) / 1e9;
            String status = Files.readString(
                    Path.of("/proc", Long.toString(process.pid().orElseThrow()), "status"));
            UNPRIVILEGED.forEach((name, value) -> {
                if (!value.equals(field(status, name))) {
                    throw new IllegalStateException(
                            service.clientId() + " runs with " + name + " " + field(status, name));
                }
            });
            askAsOperator(process.url());
            return new Start(seconds, Long.parseLong(field(status, "VmRSS").replace(" kB", "")) / 1024);
        }
    }

    private static String field(String status, String name) {
        Matcher line = Pattern.compile("(?m)^" + name + ":\\s*(.+)$").matcher(status);
        return line.find() ? line.group(1) : "";
    }

    /** An answer takes a key of the OIDC provider, the database and the broker. */
    private void askAsOperator(URI service) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var login = HttpRequest.newBuilder(URI.create(stack.realm() + "/protocol/openid-connect/token"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(OPERATOR))
                    .build();
            String token = JSON.readTree(
                            client.send(login, BodyHandlers.ofString()).body())
                    .path("access_token")
                    .asText();
            var question = HttpRequest.newBuilder(service.resolve("/v1/operations/status"))
                    .header("Authorization", "Bearer " + token)
                    .build();
            var answer = client.send(question, BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new IOException(service + " answered " + answer.statusCode() + ": " + answer.body());
            }
        }
    }

    /** Lays the image's layers on one another; returns its entry point. */
    private static List<String> unpack(Path tar, Path image, Path root) throws IOException {
        Files.createDirectories(root);
        Tool.run(List.of("tar", "-xf", tar.toString(), "-C", image.toString()));
        JsonNode manifest =
                JSON.readTree(image.resolve("manifest.json").toFile()).get(0);
        for (JsonNode layer : manifest.path("Layers")) {
            Tool.run(List.of("tar", "-xzpf", image.resolve(layer.asText()).toString(), "-C", root.toString()));
        }
        JsonNode config =
                JSON.readTree(image.resolve(manifest.path("Config").asText()).toFile());
        List<String> entryPoint = new ArrayList<>();
        config.at("/config/Entrypoint").forEach(part -> entryPoint.add(part.asText()));
        return entryPoint;
    }

    private Path script() throws IOException {
        Path script = folder.resolve("as-a-pod.sh");
        try (InputStream source = Objects.requireNonNull(Trial.class.getResourceAsStream("/as-a-pod.sh"))) {
            Files.createDirectories(folder);
            Files.writeString(script, new String(source.readAllBytes(), UTF_8));
        }
        return script;
    }
}
