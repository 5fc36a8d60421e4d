package org.mobiletoken.stack;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a {@link LocalStack} is started with; each {@code with…} gives a changed copy.
 *
 * @param root the clone whose packaged services are started
 * @param folder data and logs; kept when the stack is closed
 * @param realm the file with Keycloak's realm
 * @param profile Quarkus profile of the services
 * @param clockFile the file that holds the demo clock's offset, as an ISO-8601 duration
 * @param endpoints the file that tells where everything runs
 * @param services those that are started; the servers and the bank simulator always are
 * @param environment further settings of single services, as environment variables
 * @param jvms options for the JVMs
 * @param progress told about each part
 */
public record StackSettings(
        Path root,
        Path folder,
        Path realm,
        String profile,
        Path clockFile,
        Path endpoints,
        Set<ServiceName> services,
        Map<ServiceName, Map<String, String>> environment,
        Jvms jvms,
        Progress progress) {
    private static final List<String> SMALL_JVM =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xms64m", "-Xmx320m");

    /**
     * Options for JVMs.
     *
     * @param services of every service
     * @param broker of Kafka
     * @param training whether services and bank simulator remember what they learn
     */
    public record Jvms(List<String> services, List<String> broker, boolean training) {
        Jvms withServices(List<String> options) {
            return new Jvms(options, broker, training);
        }

        Jvms withBroker(List<String> options) {
            return new Jvms(services, options, training);
        }

        Jvms inTraining() {
            return new Jvms(services, broker, true);
        }
    }

    /** Services in the profile {@code demo}, small JVMs, everything under {@code folder}. */
    public static StackSettings in(Path folder) {
        Path absolute = folder.toAbsolutePath();
        Path root = RepositoryRoot.find();
        return new StackSettings(
                root,
                absolute,
                root.resolve("deploy/keycloak/realm.json"),
                "demo",
                absolute.resolve("clock-offset"),
                absolute.resolve("endpoints.json"),
                EnumSet.allOf(ServiceName.class),
                Map.of(),
                new Jvms(SMALL_JVM, KafkaBroker.SMALL_JVM, false),
                Progress.quiet());
    }

    public StackSettings withEndpoints(Path file) {
        return new StackSettings(root, folder, realm, profile, clockFile, file, services, environment, jvms, progress);
    }

    public StackSettings withRealm(Path file) {
        return new StackSettings(
                root, folder, file, profile, clockFile, endpoints, services, environment, jvms, progress);
    }

    public StackSettings withProfile(String name) {
        return new StackSettings(
                root, folder, realm, name, clockFile, endpoints, services, environment, jvms, progress);
    }

    public StackSettings withJvmOptions(List<String> options) {
        return new StackSettings(
                root,
                folder,
                realm,
                profile,
                clockFile,
                endpoints,
                services,
                environment,
                jvms.withServices(options),
                progress);
    }

    public StackSettings withBrokerJvmOptions(List<String> options) {
        return new StackSettings(
                root,
                folder,
                realm,
                profile,
                clockFile,
                endpoints,
                services,
                environment,
                jvms.withBroker(options),
                progress);
    }

    /** Starts services and bank simulator in training; {@link LocalStack#endTraining} ends it. */
    public StackSettings inTraining() {
        return new StackSettings(
                root, folder, realm, profile, clockFile, endpoints, services, environment, jvms.inTraining(), progress);
    }

    public StackSettings withProgress(Progress listener) {
        return new StackSettings(
                root, folder, realm, profile, clockFile, endpoints, services, environment, jvms, listener);
    }

    /** Starts no other services than these. */
    public StackSettings withServices(Set<ServiceName> wanted) {
        return new StackSettings(
                root, folder, realm, profile, clockFile, endpoints, wanted, environment, jvms, progress);
    }

    /** Adds one environment variable for one service, for instance a third app. */
    public StackSettings with(ServiceName service, String variable, String value) {
        Map<ServiceName, Map<String, String>> changed = new EnumMap<>(ServiceName.class);
        changed.putAll(environment);
        Map<String, String> variables = new HashMap<>(environmentOf(service));
        variables.put(variable, value);
        changed.put(service, Map.copyOf(variables));
        return new StackSettings(root, folder, realm, profile, clockFile, endpoints, services, changed, jvms, progress);
    }

    Map<String, String> environmentOf(ServiceName service) {
        return environment.getOrDefault(service, Map.of());
    }
}
