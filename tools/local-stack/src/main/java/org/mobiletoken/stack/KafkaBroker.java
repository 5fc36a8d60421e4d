package org.mobiletoken.stack;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** One Kafka broker in a JVM of its own, with the platform's topics; its port and its data stay the same when it is stopped and started again. */
public final class KafkaBroker implements AutoCloseable {
    private static final Duration START_WITHIN = Duration.ofMinutes(4);
    static final List<String> SMALL_JVM = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx384m");
    private static final List<String> OPTIONS_OF_KAFKA =
            List.of("--enable-native-access=ALL-UNNAMED", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");

    private final Path folder;
    private final List<String> jvmOptions;
    private final int port = FreePort.next();
    private final int controllerPort = FreePort.next();
    private final Optional<Container> container;
    private Optional<ChildProcess> child = Optional.empty();

    private KafkaBroker(Path folder, List<String> jvmOptions) {
        this.folder = folder;
        this.jvmOptions =
                Stream.concat(jvmOptions.stream(), OPTIONS_OF_KAFKA.stream()).toList();
        this.container = Container.kafka(port, settings(folder));
    }

    /** Starts a small broker that keeps its data under {@code folder}, and creates the topics that are missing. */
    public static KafkaBroker start(Path folder) {
        return start(folder, SMALL_JVM);
    }

    static KafkaBroker start(Path folder, List<String> jvmOptions) {
        var broker = new KafkaBroker(folder, jvmOptions);
        broker.start();
        broker.createTopics(Topics.ALL);
        return broker;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Starts the broker again after {@link #stop} or {@link #kill}. */
    public synchronized void start() {
        if (container.isPresent()) {
            container.get().start(this::answers);
        } else {
            startProcess();
        }
    }

    private void startProcess() {
        ChildProcess process = ChildProcess.java(
                "Kafka",
                jvmOptions,
                ClassPath.listedIn("kafka-broker.classpath"),
                List.of("org.mobiletoken.kafka.Broker", writeProperties().toString()),
                Map.of(),
                folder,
                folder.resolve("kafka.log"));
        child = Optional.of(process);
        process.awaitReady(START_WITHIN, this::answers);
    }

    /** Stops the broker; clients see refused connections until it is started again. */
    public synchronized void stop() {
        container.ifPresent(Container::stop);
        child.ifPresent(ChildProcess::stop);
        child = Optional.empty();
    }

    /** Ends the broker without a word, as a power cut would. */
    public synchronized void kill() {
        container.ifPresent(Container::kill);
        child.ifPresent(ChildProcess::kill);
        child = Optional.empty();
    }

    @Override
    public void close() {
        container.ifPresentOrElse(Container::remove, this::stop);
    }

    Optional<ChildProcess> child() {
        return child;
    }

    private void createTopics(Collection<String> names) {
        try (Admin admin = admin()) {
            Set<String> existing = admin.listTopics().names().get(30, TimeUnit.SECONDS);
            List<NewTopic> missing = names.stream()
                    .filter(name -> !existing.contains(name))
                    .map(name -> new NewTopic(name, Topics.PARTITIONS, (short) 1).configs(Topics.settings(name)))
                    .toList();
            admin.createTopics(missing).all().get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while the topics were created.", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new StackException("The topics could not be created: " + e.getMessage(), e);
        }
    }

    private boolean answers() {
        if (FreePort.isFree(port)) {
            return false;
        }
        try (Admin admin = admin()) {
            return !admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).isEmpty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException notYet) {
            return false;
        }
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", bootstrapServers()));
    }

    private Map<String, String> settings(Path folder) {
        var all = new HashMap<>(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                "1",
                "listeners",
                "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
                "advertised.listeners",
                "PLAINTEXT://127.0.0.1:" + port,
                "controller.listener.names",
                "CONTROLLER",
                "controller.quorum.voters",
                "1@127.0.0.1:" + controllerPort,
                "log.dirs",
                folder.resolve("data").toAbsolutePath().toString()));
        all.putAll(Map.of(
                "auto.create.topics.enable", "false",
                "group.initial.rebalance.delay.ms", "0",
                "log.retention.ms", "-1",
                "offsets.topic.num.partitions", "4",
                "offsets.topic.replication.factor", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "4"));
        return all;
    }

    private Path writeProperties() {
        var properties = new Properties();
        properties.putAll(settings(folder));
        Path file = folder.resolve("server.properties");
        try {
            Files.createDirectories(folder);
            try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                properties.store(writer, null);
            }
        } catch (IOException e) {
            throw new StackException("The settings of Kafka could not be written to " + file + ".", e);
        }
        return file;
    }
}
