package org.mobiletoken.load;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.mobiletoken.stack.RepositoryRoot;
import org.mobiletoken.stack.ServiceName;

/**
 * Everything that customers do, all at the same time, asked of services whose JVMs remember what they load, link and find worth
 * compiling. What is started afterwards begins with that.
 */
final class Training {
    private static final Duration TIME = Duration.ofSeconds(45);
    private static final int CUSTOMERS = 20;
    private static final int CONNECTIONS = 16;
    private static final String CUSTOMER = "load-";
    /** Customers whom nobody enrols: some have linked tokens, some enter wrong passcodes. */
    private static final int FIRST_LINKED = 100_000;

    private static final int AFTER_LINKED = 120_000;
    private static final int FIRST_FROZEN = 200_000;

    private final Platform platform;
    private final Enrolling enrolling;
    private final URI enrolment;
    private final Queue<Handset> enabled = new ConcurrentLinkedQueue<>();

    private Training(Platform platform, CodesBySms sms) {
        this.platform = platform;
        this.enrolling = new Enrolling(platform, sms, Enrolling.USABLE_AT_ONCE, CONNECTIONS);
        this.enrolment = platform.stack().url(ServiceName.ENROLMENT);
    }

    /** Does nothing where all services have been trained since they were packaged. */
    static void unlessDone(IdentityProvider identities) {
        var root = RepositoryRoot.find();
        var services = Set.of(ServiceName.values());
        if (services.stream().allMatch(service -> service.isTrained(root))) {
            return;
        }
        System.out.println("training the services");
        try (var sms = new CodesBySms();
                var platform = Platform.start(
                        identities,
                        services,
                        Platform.USUAL_JVM,
                        usual -> sms.settings(usual).inTraining())) {
            new Training(platform, sms).work();
            platform.stack().endTraining();
        }
    }

    private void work() {
        List<Handset> handsets = enrolling.withBiometrics(CUSTOMERS);
        var logins = new Logins(platform, handsets, CONNECTIONS);
        LinkedCustomers.create(platform, CUSTOMER, FIRST_LINKED, AFTER_LINKED);
        var everything = List.of(
                new ClosedLoop(4, logins::byBiometrics),
                new ClosedLoop(2, () -> logins.byPasscode().expect(200)),
                new ClosedLoop(8, () -> enabled.add(enrolling.enable())),
                new ClosedLoop(2, synchronising()),
                new ClosedLoop(2, asking(handsets)),
                new ClosedLoop(2, disabling()),
                new ClosedLoop(2, freezing()));
        CompletableFuture.allOf(everything.stream()
                        .map(loop -> CompletableFuture.runAsync(
                                () -> loop.run(TIME, platform::cpu), Thread::startVirtualThread))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
    }

    private Runnable synchronising() {
        var synchronisation = new Synchronisation(platform, CONNECTIONS);
        return () -> {
            Handset handset = enabled.poll();
            if (handset == null) {
                Figures.pass(Duration.ofMillis(100));
            } else {
                synchronisation.awaitOffer(handset);
                synchronisation.run(handset);
            }
        };
    }

    private Runnable asking(List<Handset> handsets) {
        Http http = platform.http(() -> "", CONNECTIONS);
        var next = new AtomicInteger();
        return () -> {
            Handset handset = handsets.get(next.getAndIncrement() % handsets.size());
            http.as(platform.session(handset.customer(), handset.app()))
                    .get(enrolment, "/v1/token")
                    .expect(200);
        };
    }

    private Runnable disabling() {
        Http http = platform.http(() -> "", CONNECTIONS);
        var next = new AtomicInteger(FIRST_LINKED);
        return () -> http.as(platform.session(CUSTOMER + next.getAndIncrement(), Synchronisation.TARGET))
                .delete(enrolment, "/v1/token")
                .expect(200);
    }

    private Runnable freezing() {
        var attempts = new Attempts(platform, CONNECTIONS);
        var next = new AtomicInteger(FIRST_FROZEN);
        URI lockout = platform.stack().url(ServiceName.LOCKOUT);
        return () -> attempts.freeze(lockout, CUSTOMER + next.getAndIncrement(), Enrolling.USABLE_AT_ONCE);
    }
}
