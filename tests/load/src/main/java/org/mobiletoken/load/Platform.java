package org.mobiletoken.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.mobiletoken.bank.Endpoints;
import org.mobiletoken.bank.Identity;
import org.mobiletoken.stack.LocalStack;
import org.mobiletoken.stack.ServiceName;
import org.mobiletoken.stack.ServiceProcess;
import org.mobiletoken.stack.StackSettings;

/** The services under load and the servers they use, on free ports and in a temporary folder, for one scenario. */
final class Platform implements AutoCloseable {
    /** The JVM of a service as a bank would run it on two cores. */
    static final List<String> USUAL_JVM = List.of("-XX:+UseSerialGC", "-Xms512m", "-Xmx512m");

    private final Path folder;
    private final LocalStack stack;
    private final IdentityProvider identities;
    private final Endpoints endpoints;
    private final Map<ServiceName, List<ServiceProcess>> services = new HashMap<>();
    private final List<Http> callers = new ArrayList<>();

    private Platform(Path folder, LocalStack stack, IdentityProvider identities) {
        this.folder = folder;
        this.stack = stack;
        this.identities = identities;
        this.endpoints = Endpoints.read(stack.endpoints());
    }

    static Platform start(IdentityProvider identities, Scenario scenario) {
        var platform = start(identities, scenario.services(), scenario.jvmOptions(), scenario::settings);
        scenario.services().forEach(service -> platform.replicate(service, scenario.replicas()));
        return platform;
    }

    /** The platform with these services, one of each, started with the usual settings or what is made of them. */
    static Platform start(
            IdentityProvider identities,
            Set<ServiceName> services,
            List<String> jvmOptions,
            UnaryOperator<StackSettings> changed) {
        try {
            Path folder = Files.createTempDirectory("mobile-token-bench");
            var settings = StackSettings.in(folder)
                    .withServices(services)
                    .withJvmOptions(withEvidence(jvmOptions))
                    .withBrokerJvmOptions(USUAL_JVM);
            return new Platform(folder, identities.platform(changed.apply(settings)), identities);
        } catch (IOException e) {
            throw new UncheckedIOException("There is no room for the platform", e);
        }
    }

    /** The last option makes a service write down with which settings it publishes. */
    private static List<String> withEvidence(List<String> jvmOptions) {
        return Stream.concat(
                        jvmOptions.stream(),
                        Stream.of("-Dquarkus.log.category.\"org.apache.kafka.common.config\".level=INFO"))
                .toList();
    }

    private void replicate(ServiceName service, int replicas) {
        var all = new ArrayList<>(List.of(stack.service(service)));
        while (all.size() < replicas) {
            var replica = stack.replica(service, Map.of());
            replica.start();
            all.add(replica);
        }
        services.put(service, List.copyOf(all));
    }

    LocalStack stack() {
        return stack;
    }

    Endpoints endpoints() {
        return endpoints;
    }

    Map<ServiceName, List<ServiceProcess>> services() {
        return Map.copyOf(services);
    }

    /** The addresses of all replicas of a service. */
    List<URI> replicas(ServiceName service) {
        return services.getOrDefault(service, List.of()).stream()
                .map(ServiceProcess::url)
                .toList();
    }

    Identity service(ServiceName service) {
        return Identity.ofClient(endpoints, service.clientId(), identities.clientSecret(service));
    }

    /** The access token of a new session of a customer in an app. */
    String session(String customer, String app) {
        return identities.session(endpoints.realm(), customer, app);
    }

    /** An access token of a service that lasts as long as a benchmark. */
    String accessToken(ServiceName service) {
        return identities.accessToken(endpoints.realm(), service);
    }

    /** Calls in the name of a service, over at most so many connections to each address. */
    Http http(ServiceName caller, int connections) {
        return http(service(caller)::get, connections);
    }

    /** Calls with somebody's access token, over at most so many connections to each address. */
    Http http(Supplier<String> accessToken, int connections) {
        var http = new Http(connections, accessToken);
        callers.add(http);
        return http;
    }

    /** What each part has used up to now. */
    CpuTime cpu() {
        var time = new CpuTime();
        services.forEach(
                (service, replicas) -> replicas.forEach(replica -> time.addProcess(service.clientId(), replica.pid())));
        return time.addFamily(CpuTime.POSTGRESQL, stack.postgres().pid()).addThisProcess();
    }

    /** What each service holds in memory, in megabytes, all replicas together; nothing where the system does not tell. */
    Map<String, Double> residentMegabytes() {
        Map<String, Double> resident = new TreeMap<>();
        services.forEach((service, replicas) -> replicas.forEach(replica -> ResidentMemory.megabytes(replica.pid())
                .ifPresent(megabytes -> resident.merge(service.clientId(), megabytes, Double::sum))));
        return resident;
    }

    @Override
    public void close() {
        callers.forEach(Http::close);
        stack.close();
        LocalStack.delete(folder);
    }
}
