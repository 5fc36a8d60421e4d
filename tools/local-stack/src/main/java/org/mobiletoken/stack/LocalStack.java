package org.mobiletoken.stack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** The whole platform on this machine: servers first, side by side, then the bank simulator and the four services, side by side. */
public final class LocalStack implements AutoCloseable {
    private final StackSettings settings;
    private final Addresses addresses = Addresses.choose();
    private final Postgres postgres;
    private final KafkaBroker kafka;
    private final Keycloak keycloak;
    private final boolean withItsOwnKeycloak;
    private final ServiceProcess bank;
    private final Map<ServiceName, ServiceProcess> services = new EnumMap<>(ServiceName.class);
    private final List<ServiceProcess> replicas = new CopyOnWriteArrayList<>();

    private LocalStack(
            StackSettings settings,
            Postgres postgres,
            KafkaBroker kafka,
            Keycloak keycloak,
            boolean withItsOwnKeycloak) {
        this.settings = settings;
        this.postgres = postgres;
        this.kafka = kafka;
        this.keycloak = keycloak;
        this.withItsOwnKeycloak = withItsOwnKeycloak;
        this.bank = new ServiceProcess(
                "bank-simulator",
                settings.root().resolve("tools/bank-simulator/target/quarkus-app"),
                addresses.bank(),
                addresses.environmentOfBank(settings, keycloak.realm()),
                settings.jvms().services(),
                logs());
        for (ServiceName service : settings.services()) {
            services.put(
                    service, process(service, settings.root(), service.clientId(), addresses.of(service), Map.of()));
        }
    }

    /** Returns once everything is ready; when a part fails, the others are stopped and the failure names it. */
    public static LocalStack start(StackSettings settings) {
        return start(settings, Optional.empty());
    }

    /** The same with a Keycloak that runs already, and goes on running when the stack is closed. */
    public static LocalStack start(StackSettings settings, Keycloak running) {
        return start(settings, Optional.of(running));
    }

    private static LocalStack start(StackSettings settings, Optional<Keycloak> running) {
        writeClock(settings.clockFile());
        Path folder = settings.folder();
        var starting = new SideBySide(settings.progress());
        try {
            CompletableFuture<Postgres> postgres =
                    starting.start("PostgreSQL", () -> Postgres.start(folder.resolve("postgres")));
            CompletableFuture<KafkaBroker> kafka = starting.start(
                    "Kafka",
                    () -> KafkaBroker.start(
                            folder.resolve("kafka"), settings.jvms().broker()));
            CompletableFuture<Keycloak> keycloak = running.map(CompletableFuture::completedFuture)
                    .orElseGet(() -> starting.start(
                            "Keycloak",
                            () -> Keycloak.start(settings.root(), settings.realm(), folder.resolve("keycloak"))));
            starting.await(List.of(postgres, kafka, keycloak));
            var stack = new LocalStack(settings, postgres.join(), kafka.join(), keycloak.join(), running.isEmpty());
            starting.await(stack.applications().stream()
                    .map(application -> starting.start(application.name(), () -> stack.startApplication(application)))
                    .toList());
            stack.watch();
            stack.writeEndpoints();
            return stack;
        } catch (RuntimeException e) {
            throw starting.giveUp(e);
        }
    }

    /** Deletes what earlier runs left in their folder, so that the next one starts on empty data. */
    public static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new StackException("The data of earlier runs could not be deleted: " + folder, e);
        }
    }

    public URI url(ServiceName service) {
        return addresses.url(service);
    }

    /** The bank simulator: customer directory, inbox of the SMS centre, switches. */
    public URI bank() {
        return addresses.bankUrl();
    }

    public URI realm() {
        return keycloak.realm();
    }

    public Path endpoints() {
        return settings.endpoints();
    }

    public Path clockFile() {
        return settings.clockFile();
    }

    /** Can be stopped, killed and started again. */
    public ServiceProcess service(ServiceName service) {
        return Objects.requireNonNull(services.get(service));
    }

    /**
     * One more replica of a service, on a free port and the same database; not yet started, and ended with the stack.
     *
     * @param changed environment variables that differ from those of the first
     */
    public ServiceProcess replica(ServiceName service, Map<String, String> changed) {
        return replica(service, settings.root(), changed);
    }

    /** The same of another version of the service, packaged in the clone {@code root}. */
    public synchronized ServiceProcess replica(ServiceName service, Path root, Map<String, String> changed) {
        String name = service.clientId() + "-replica-" + (replicas.size() + 1);
        var replica = process(service, root, name, FreePort.next(), changed);
        replicas.add(replica);
        return replica;
    }

    /** Can be stopped, killed and started again. */
    public ServiceProcess bankSimulator() {
        return bank;
    }

    /** Can be stopped, killed and started again. */
    public KafkaBroker kafka() {
        return kafka;
    }

    /** Can be stopped and started again. */
    public Postgres postgres() {
        return postgres;
    }

    public Database database(ServiceName service) {
        return postgres.database(service.shortName());
    }

    /** Where the logs of the services and of the simulator are. */
    public Path logs() {
        return settings.folder().resolve("logs");
    }

    /** Ends the services and the bank simulator, which then write down what they have learnt. */
    public void endTraining() {
        SideBySide.together(applications(), ServiceProcess::endTraining);
    }

    @Override
    public void close() {
        var all = new ArrayList<AutoCloseable>(List.of(postgres, kafka));
        if (withItsOwnKeycloak) {
            all.add(keycloak);
        }
        all.addAll(applications());
        SideBySide.close(all);
        try {
            Files.deleteIfExists(settings.endpoints());
        } catch (IOException e) {
            throw new StackException("The file of addresses could not be deleted: " + settings.endpoints(), e);
        }
    }

    private ServiceProcess process(ServiceName service, Path root, String name, int port, Map<String, String> changed) {
        var environment = new HashMap<>(addresses.environmentOf(
                service, settings, database(service), kafka.bootstrapServers(), keycloak.realm()));
        environment.putAll(changed);
        return new ServiceProcess(
                name,
                service.application(root),
                port,
                environment,
                settings.jvms().services(),
                logs());
    }

    private List<ServiceProcess> applications() {
        var all = new ArrayList<>(List.of(bank));
        all.addAll(services.values());
        all.addAll(replicas);
        return all;
    }

    private ServiceProcess startApplication(ServiceProcess application) {
        try {
            if (settings.jvms().training()) {
                application.startTraining();
            } else {
                application.start();
            }
            return application;
        } catch (RuntimeException e) {
            application.kill();
            throw e;
        }
    }

    private void watch() {
        var children = new ArrayList<ChildProcess>();
        kafka.child().ifPresent(children::add);
        keycloak.child().ifPresent(children::add);
        applications().forEach(application -> application.child().ifPresent(children::add));
        children.forEach(
                child -> child.onCrash(crash -> settings.progress().crashed(Objects.toString(crash.getMessage()))));
    }

    private void writeEndpoints() {
        addresses.write(settings.endpoints(), keycloak.realm(), kafka.bootstrapServers(), postgres.port());
    }

    private static void writeClock(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, "PT0S\n");
            }
        } catch (IOException e) {
            throw new StackException("The file of the demo clock could not be written: " + file, e);
        }
    }
}
