package org.mobiletoken.load;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import org.mobiletoken.stack.ServiceName;
import org.mobiletoken.stack.ServiceProcess;

/**
 * Every service started again and again, alone on the machine and with what it has learnt in {@link Training}: until it is ready, and
 * what it holds in memory then.
 */
final class StartUps implements Scenario {
    private static final String CUSTOMER = "load-0";

    @Override
    public Set<ServiceName> services() {
        return Set.of(ServiceName.values());
    }

    /** What the images' entry point makes of a pod with 512 MB: 25 to 60 % of it for the heap. */
    @Override
    public List<String> jvmOptions() {
        return List.of("-XX:+UseSerialGC", "-Xms128m", "-Xmx307m");
    }

    @Override
    public void warmUp(Platform platform, Size size) {
        publishSomething(platform);
    }

    /** With which settings a service publishes is seen only once it has. */
    private static void publishSomething(Platform platform) {
        var attempts = new Attempts(platform, 1);
        URI lockout = platform.replicas(ServiceName.LOCKOUT).getFirst();
        UUID attempt = UUID.randomUUID();
        attempts.reserve(lockout, attempt, CUSTOMER, "investment").expect(201);
        attempts.settle(lockout, attempt, CUSTOMER, false).expect(200);
        LockoutRecords.awaitPublished(platform);
    }

    private record Start(double seconds, double megabytes) {}

    @Override
    public Report measure(Platform platform, Size size) {
        int times = size.of(1, 5);
        platform.services().values().forEach(replicas -> replicas.forEach(ServiceProcess::stop));
        Map<String, List<Start>> starts = new TreeMap<>();
        platform.services().forEach((service, replicas) -> {
            List<Start> all = starts.computeIfAbsent(service.clientId(), _ -> new ArrayList<>());
            for (int i = 0; i < times; i++) {
                all.add(start(replicas.getFirst()));
            }
        });
        Report report = new Report()
                .condition("operation", "from the start of the process to its readiness; resident memory just then")
                .condition("runs", times)
                .figure("ready_s", worst(starts, Start::seconds))
                .figure("rss_mb", worst(starts, Start::megabytes));
        starts.forEach((service, all) -> report.figure(
                        "ready_s_" + service.replace('-', '_'), Figures.median(all, Start::seconds))
                .figure("rss_mb_" + service.replace('-', '_'), Figures.median(all, Start::megabytes)));
        return report;
    }

    private static Start start(ServiceProcess service) {
        long begin = System.nanoTime();
        service.start();
        double seconds = (System.nanoTime() - begin) / 1e9;
        double megabytes = ResidentMemory.megabytes(service.pid()).orElse(Double.NaN);
        service.stop();
        return new Start(seconds, megabytes);
    }

    private static double worst(Map<String, List<Start>> starts, ToDoubleFunction<Start> figure) {
        return starts.values().stream()
                .mapToDouble(all -> Figures.median(all, figure))
                .max()
                .orElseThrow();
    }
}
