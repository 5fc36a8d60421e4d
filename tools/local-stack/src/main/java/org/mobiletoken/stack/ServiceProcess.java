package org.mobiletoken.stack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** A packaged Quarkus application in a JVM of its own; it keeps its port and its settings when it is started again. */
public final class ServiceProcess implements AutoCloseable {
    private static final Duration START_WITHIN = Duration.ofMinutes(4);
    private static final Duration WRITE_CACHE_WITHIN = Duration.ofMinutes(3);

    private final String name;
    private final Path application;
    private final Map<String, String> environment;
    private final List<String> jvmOptions;
    private final Path folder;
    private final int port;
    private final Optional<List<String>> command;
    private Optional<ChildProcess> child = Optional.empty();

    /**
     * @param application the folder {@code target/quarkus-app}
     * @param environment settings; the port of HTTP is added
     * @param folder where the log is written
     */
    public ServiceProcess(
            String name,
            Path application,
            int port,
            Map<String, String> environment,
            List<String> jvmOptions,
            Path folder) {
        this(name, application, port, environment, jvmOptions, folder, Optional.empty());
    }

    private ServiceProcess(
            String name,
            Path application,
            int port,
            Map<String, String> environment,
            List<String> jvmOptions,
            Path folder,
            Optional<List<String>> command) {
        this.name = name;
        this.command = command;
        this.application = application;
        this.port = port;
        this.environment = new HashMap<>(environment);
        this.environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        this.environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        this.jvmOptions = List.copyOf(jvmOptions);
        this.folder = folder;
    }

    /** The same service, started by a command of its own, for instance out of an image. */
    public ServiceProcess by(List<String> command) {
        return new ServiceProcess(name, application, port, environment, jvmOptions, folder, Optional.of(command));
    }

    /** Starts the service and returns once it is ready. */
    public synchronized void start() {
        launch();
        awaitReady();
    }

    /** Starts the service without waiting for it. */
    public synchronized void launch() {
        child = Optional.of(process(withCache(), List.of()).endingFirst());
    }

    /** Runs one of the service's commands to its end; throws, with the end of the log, when it fails. */
    public void run(String... command) {
        process(withCache(), List.of(command)).awaitEnd(START_WITHIN);
    }

    /**
     * Starts the service in a JVM that remembers which classes it loads and links and which methods are worth compiling; returns once it
     * is ready. What is asked of it until {@link #endTraining} is what it learns.
     */
    public synchronized void startTraining() {
        child = Optional.of(process(List.of("-XX:AOTCacheOutput=" + AotCache.of(application)), List.of())
                .endingFirst());
        awaitReady();
    }

    /**
     * Ends the service, which then writes down what it has learnt: from then on it starts with that. A JVM does not use what was written
     * for other jars than it finds.
     */
    public synchronized void endTraining() {
        if (!stop(WRITE_CACHE_WITHIN) || !AotCache.isCurrent(application)) {
            throw new StackException(name + " has not written what it has learnt. Its log is " + log());
        }
    }

    private List<String> withCache() {
        Path cache = AotCache.of(application);
        return Files.exists(cache) ? List.of("-XX:AOTCache=" + cache) : List.of();
    }

    private ChildProcess process(List<String> cacheOptions, List<String> arguments) {
        if (command.isPresent()) {
            return ChildProcess.start(name, command.get(), environment, folder, log());
        }
        Path launcher = AotCache.launcher(application);
        if (!Files.exists(launcher)) {
            throw new StackException(name + " has not been built: " + launcher + " is missing. Run make build.");
        }
        Attributes manifest = manifestOf(launcher);
        return ChildProcess.java(
                name,
                Stream.of(opensOf(manifest), jvmOptions.stream(), cacheOptions.stream())
                        .flatMap(options -> options)
                        .toList(),
                List.of(launcher),
                Stream.concat(Stream.of(manifest.getValue(Attributes.Name.MAIN_CLASS)), arguments.stream())
                        .toList(),
                environment,
                folder,
                log());
    }

    /** Returns once the service calls itself ready; throws, with the end of its log, when it dies or takes too long. */
    public void awaitReady() {
        URI health = url().resolve("/q/health/ready");
        child.orElseThrow(() -> new StackException(name + " has not been started."))
                .awaitReady(START_WITHIN, () -> HttpProbe.answersOk(health));
    }

    /** Ends the service without a word, as a power cut would. */
    public synchronized void kill() {
        child.ifPresent(ChildProcess::kill);
        child = Optional.empty();
    }

    /** Asks the service to end, and waits. */
    public synchronized void stop() {
        child.ifPresent(ChildProcess::stop);
        child = Optional.empty();
    }

    /** The same with more patience, or less; says whether the service ended by itself in that time. */
    public synchronized boolean stop(Duration grace) {
        boolean ended = child.map(process -> process.stop(grace)).orElse(true);
        child = Optional.empty();
        return ended;
    }

    @Override
    public void close() {
        stop();
    }

    public String name() {
        return name;
    }

    /** The address, without a slash at the end. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The number of its process, where it runs. */
    public OptionalLong pid() {
        return child().map(ChildProcess::pid).map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    public int port() {
        return port;
    }

    public Path log() {
        return folder.resolve(name + ".log");
    }

    Optional<ChildProcess> child() {
        return child;
    }

    /** What the launcher's manifest would open if the JVM were started with it as a jar. */
    private static Stream<String> opensOf(Attributes manifest) {
        String opens = manifest.getValue("Add-Opens");
        Stream<String> packages = opens == null ? Stream.empty() : Stream.of(opens.split(" "));
        return Stream.concat(
                Stream.of("--enable-native-access=ALL-UNNAMED"),
                packages.map(name -> "--add-opens=" + name + "=ALL-UNNAMED"));
    }

    private static Attributes manifestOf(Path launcher) {
        try (var jar = new JarFile(launcher.toFile())) {
            return jar.getManifest().getMainAttributes();
        } catch (IOException e) {
            throw new StackException("The launcher cannot be read: " + launcher, e);
        }
    }
}
