package org.mobiletoken.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mobiletoken.stack.LocalStack;
import org.mobiletoken.stack.ServiceName;
import org.mobiletoken.stack.ServiceProcess;

/** Two replicas of every service behind its address, replaced one by one as the charts have it done. */
final class Fleet implements AutoCloseable {
    /** A build of the platform. */
    record Version(String name, Path root) {}

    private static final int REPLICAS = 2;
    /** As {@code shutdown} in the values of the charts, like the settings below. */
    private static final Duration DRAIN = Duration.ofSeconds(5);

    private static final Duration GRACE = Duration.ofSeconds(53);
    private static final Map<String, String> AS_THE_CHARTS_HAVE_IT = Map.of(
            "QUARKUS_FLYWAY_MIGRATE_AT_START", "false",
            "QUARKUS_FLYWAY_IGNORE_MIGRATION_PATTERNS", "*:future,*:missing",
            "QUARKUS_SHUTDOWN_DELAY", "3s",
            "QUARKUS_SHUTDOWN_TIMEOUT", "35s");
    private static final Map<String, String> MIGRATION = Map.of(
            "QUARKUS_FLYWAY_MIGRATE_AT_START", "true",
            "QUARKUS_INIT_AND_EXIT", "true",
            "QUARKUS_DATASOURCE_JDBC_ADDITIONAL_JDBC_PROPERTIES__SOCKETTIMEOUT_", "0");

    private final LocalStack stack;
    private final Map<ServiceName, ServiceAddress> addresses = new EnumMap<>(ServiceName.class);
    private final Map<ServiceName, List<ServiceProcess>> running = new EnumMap<>(ServiceName.class);
    private final List<String> killed = new ArrayList<>();

    Fleet(LocalStack stack) {
        this.stack = stack;
        for (ServiceName service : ServiceName.values()) {
            addresses.put(service, new ServiceAddress(stack.url(service)));
            running.put(service, new ArrayList<>());
        }
    }

    /** As the Job before a release does it: a process that migrates the database and ends. */
    void migrate(ServiceName service, Version version) {
        stack.replica(service, version.root(), MIGRATION).run();
    }

    void start(Version version) {
        for (ServiceName service : ServiceName.values()) {
            for (int i = 0; i < REPLICAS; i++) {
                add(service, version);
            }
        }
    }

    /** Puts a new replica beside the old ones before each of them goes. */
    void replace(ServiceName service, Version version) {
        for (ServiceProcess old : List.copyOf(of(service))) {
            add(service, version);
            remove(service, old);
        }
    }

    /** The replicas that did not end in the time they had. */
    List<String> killed() {
        return List.copyOf(killed);
    }

    private void add(ServiceName service, Version version) {
        ServiceProcess replica = stack.replica(service, version.root(), AS_THE_CHARTS_HAVE_IT);
        replica.start();
        of(service).add(replica);
        addressOf(service).add(replica.url());
    }

    private void remove(ServiceName service, ServiceProcess replica) {
        addressOf(service).remove(replica.url());
        of(service).remove(replica);
        Figures.pass(DRAIN);
        if (!replica.stop(GRACE)) {
            killed.add(replica.name());
        }
    }

    private List<ServiceProcess> of(ServiceName service) {
        return running.getOrDefault(service, new ArrayList<>());
    }

    private ServiceAddress addressOf(ServiceName service) {
        return Objects.requireNonNull(addresses.get(service));
    }

    @Override
    public void close() {
        addresses.values().forEach(ServiceAddress::close);
    }
}
