package org.mobiletoken.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.mobiletoken.stack.LocalStack;
import org.mobiletoken.stack.RepositoryRoot;
import org.mobiletoken.stack.ServiceName;
import org.mobiletoken.stack.StackException;
import org.mobiletoken.stack.StackSettings;

/**
 * A release rolls over the one before, and back again, while customers use the platform: no request may fail, and no event may be lost,
 * handled twice or left behind. Takes the name of the older version and the folder in which it is packaged.
 */
public final class Rolling {
    private static final int PER_SECOND = 10;
    private static final int CONNECTIONS = 16;
    private static final int CUSTOMERS = 40;
    private static final Duration STEADY = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int LOST_SHOWN = 10;
    private static final List<String> SMALL_JVM =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xms64m", "-Xmx256m");

    private final Platform platform;
    private final CodesBySms sms;
    private final Fleet.Version older;
    private final Fleet.Version newer;

    private Rolling(Platform platform, CodesBySms sms, Fleet.Version older, Fleet.Version newer) {
        this.platform = platform;
        this.sms = sms;
        this.older = older;
        this.newer = newer;
    }

    public static void main(String[] arguments) {
        // before anything logs: the log manager on the class path complains otherwise
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        try {
            var older = new Fleet.Version(arguments[0], Path.of(arguments[1]).toAbsolutePath());
            List<String> breaches = run(older, RepositoryRoot.find()).breaches();
            if (!breaches.isEmpty()) {
                System.err.println("Not everything came through: " + String.join(" ", breaches));
            }
            System.exit(breaches.isEmpty() ? 0 : 1);
        } catch (Refusal | StackException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static Report run(Fleet.Version older, Path root) {
        var newer = new Fleet.Version(Machine.now().commit(), root);
        Path folder = root.resolve("target").resolve("rolling");
        System.out.println("Starting " + older.name() + ", two replicas of every service");
        try (var sms = new CodesBySms();
                var identities = IdentityProvider.start();
                var platform =
                        Platform.start(identities, Set.of(), SMALL_JVM, usual -> settings(sms.settings(usual)))) {
            try {
                Report report = new Rolling(platform, sms, older, newer).forthAndBack();
                var file = new ReportFile(folder).write("rolling", newer.name(), report);
                System.out.println("Written to " + file);
                return report;
            } finally {
                keep(platform.stack().logs(), folder.resolve("logs"));
            }
        }
    }

    /** Who waits for two cores that are starting a service besides is not lost yet. */
    private static StackSettings settings(StackSettings usual) {
        return usual.with(ServiceName.ENROLMENT, "MOBILE_TOKEN_PASSCODES_LONGEST_WAIT", "PT20S");
    }

    /** What the services logged, for whoever wants to know why something was lost. */
    private static void keep(Path logs, Path folder) {
        LocalStack.delete(folder);
        try (Stream<Path> files = Files.list(logs)) {
            Files.createDirectories(folder);
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The logs could not be kept in " + folder, e);
        }
    }

    private Report forthAndBack() {
        try (var fleet = new Fleet(platform.stack())) {
            for (ServiceName service : ServiceName.values()) {
                fleet.migrate(service, older);
            }
            var trail = new EventTrail(platform);
            fleet.start(older);
            System.out.println("Enrolling " + CUSTOMERS + " customers.");
            var enrolling = new Enrolling(platform, sms, Enrolling.USABLE_AT_ONCE, CONNECTIONS);
            var traffic = new Traffic(
                    platform,
                    Enrolling.withoutPatience(platform, sms, Enrolling.USABLE_AT_ONCE, CONNECTIONS),
                    enrolling.withBiometrics(CUSTOMERS));
            Report report = new Report()
                    .condition("older", older.name())
                    .condition("newer", newer.name())
                    .condition("requests_per_s", PER_SECOND);
            report.including("forth_", shown(way(fleet, traffic, trail, newer, true)));
            report.including("back_", shown(way(fleet, traffic, trail, older, false)));
            return report.exactly("killed", 0, fleet.killed().size());
        }
    }

    private static Report shown(Report report) {
        System.out.println(ReportFile.lines("", report));
        return report;
    }

    private Report way(Fleet fleet, Traffic traffic, EventTrail trail, Fleet.Version to, boolean migrating) {
        var goOn = new AtomicBoolean(true);
        int before = traffic.lost().size();
        long lives = traffic.lives();
        long began = System.nanoTime();
        var load = CompletableFuture.supplyAsync(
                () -> new OpenLoop(PER_SECOND, _ -> traffic.next()).runWhile(goOn::get, CpuTime::new),
                Thread::startVirtualThread);
        try {
            Figures.pass(STEADY);
            for (ServiceName service : ServiceName.values()) {
                System.out.println(service.clientId() + " to " + to.name());
                if (migrating) {
                    fleet.migrate(service, to);
                }
                fleet.replace(service, to);
            }
            Figures.pass(STEADY);
        } finally {
            goOn.set(false);
        }
        Sample sample = load.join();
        double seconds = (System.nanoTime() - began) / 1e9;
        List<String> lost = traffic.lost();
        lost.subList(before, lost.size()).stream().limit(LOST_SHOWN).forEach(System.err::println);
        return new Report()
                .figure("seconds", seconds)
                .figure("operations_per_s", sample.ratePerSecond())
                .figure("p99_ms", sample.latency().p99())
                .figure("customers_from_begin_to_end", traffic.lives() - lives)
                .exactly("requests_lost", 0, sample.errors())
                .including("replay_", SecondHearing.of(platform))
                .including("", trail.compare())
                .including("", atRest());
    }

    /** What operations would look at after a release. */
    private Report atRest() {
        var operators = new Operators(platform);
        long parked = 0;
        long deadLetters = 0;
        long halts = 0;
        for (ServiceName service : ServiceName.values()) {
            JsonNode status = operators.status(platform.stack().url(service));
            parked += status.path("parkedKeys").asLong();
            deadLetters += status.path("deadLetters").asLong();
            halts += status.path("halts").asLong();
        }
        URI sync = platform.stack().url(ServiceName.SYNC);
        String rebuild = operators.planRebuild(sync, "token-states");
        operators.runRebuild(sync, rebuild, PATIENCE);
        JsonNode difference = operators.difference(sync, rebuild);
        operators.abortRebuild(sync, rebuild);
        return new Report()
                .exactly("parked_keys", 0, parked)
                .exactly("dead_letters", 0, deadLetters)
                .exactly("halted_consumers", 0, halts)
                .figure("tokens_that_agree", difference.path("same").asLong())
                .exactly(
                        "tokens_that_differ",
                        0,
                        difference.path("different").asLong()
                                + difference.path("ahead").asLong()
                                + difference.path("onlyLive").asLong());
    }
}
