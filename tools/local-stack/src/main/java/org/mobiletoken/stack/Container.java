package org.mobiletoken.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/** A server in a container instead of a process, where {@code IT_MODE=containers} asks for it; stopped, it keeps its port and its data. */
final class Container {
    private static final Duration START_WITHIN = Duration.ofMinutes(4);
    private static final int GRACE_SECONDS = 15;

    private final String name;
    private final GenericContainer<?> container;

    private Container(String name, String image, int port, int inside) {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new StackException("IT_MODE=containers needs a container daemon, and none answers.");
        }
        this.name = name;
        this.container = new GenericContainer<>(DockerImageName.parse(image));
        container.setPortBindings(List.of("127.0.0.1:" + port + ":" + inside));
    }

    /** Whether servers run in containers; {@code IT_MODE} is {@code embedded} (the default) or {@code containers}. */
    static boolean wanted() {
        String mode = System.getenv().getOrDefault("IT_MODE", "embedded");
        return switch (mode) {
            case "embedded" -> false;
            case "containers" -> true;
            default -> throw new StackException("IT_MODE is either embedded or containers, not " + mode + ".");
        };
    }

    static Optional<Container> postgres(int port, String password) {
        if (!wanted()) {
            return Optional.empty();
        }
        var postgres = new Container("PostgreSQL", "postgres:18", port, 5432);
        postgres.container.addEnv("POSTGRES_PASSWORD", password);
        postgres.container.setCommand("postgres", "-c", "max_connections=300");
        return Optional.of(postgres);
    }

    static Optional<Container> kafka(int port, Map<String, String> settings) {
        if (!wanted()) {
            return Optional.empty();
        }
        var kafka = new Container("Kafka", "apache/kafka:4.2.2", port, port);
        settings.forEach((key, value) ->
                kafka.container.addEnv("KAFKA_" + key.replace('.', '_').toUpperCase(Locale.ROOT), value));
        kafka.container.addEnv("KAFKA_LISTENERS", "PLAINTEXT://0.0.0.0:" + port + ",CONTROLLER://127.0.0.1:9093");
        kafka.container.addEnv("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@127.0.0.1:9093");
        kafka.container.addEnv("KAFKA_LOG_DIRS", "/tmp/kafka-logs");
        return Optional.of(kafka);
    }

    static Optional<Container> keycloak(int port, Path realm) {
        if (!wanted()) {
            return Optional.empty();
        }
        var keycloak = new Container("Keycloak", "quay.io/keycloak/keycloak:26.7.3", port, port);
        keycloak.container.withCopyFileToContainer(
                MountableFile.forHostPath(realm), "/opt/keycloak/data/import/mobile-token-realm.json");
        keycloak.container.setCommand(
                "start-dev", "--import-realm", "--http-port=" + port, "--hostname=http://127.0.0.1:" + port);
        return Optional.of(keycloak);
    }

    /** Creates the container, or goes on with the stopped one, and returns once {@code ready} holds. */
    void start(BooleanSupplier ready) {
        try {
            if (container.getContainerId() == null) {
                container.start();
            } else {
                container
                        .getDockerClient()
                        .startContainerCmd(container.getContainerId())
                        .exec();
            }
        } catch (RuntimeException e) {
            throw new StackException(name + " could not be started in a container: " + e.getMessage(), e);
        }
        Poll.until(START_WITHIN, ready, () -> name + " was not ready in time. Its log:\n" + container.getLogs());
    }

    void stop() {
        container
                .getDockerClient()
                .stopContainerCmd(container.getContainerId())
                .withTimeout(GRACE_SECONDS)
                .exec();
    }

    void kill() {
        container.getDockerClient().killContainerCmd(container.getContainerId()).exec();
    }

    /** Removes the container and its data. */
    void remove() {
        container.stop();
    }
}
