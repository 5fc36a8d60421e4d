package org.mobiletoken.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.bank.Phone;
import org.mobiletoken.bank.Waiting;
import org.mobiletoken.stack.ServiceName;

/** Customers give mobile banking the token of the investment app: timed from when it was due until the app has the outcome. */
final class SyncLoad extends WithCustomers {
    private static final int CONNECTIONS = 64;
    private static final String SOURCE = Enrolling.USABLE_AT_ONCE;
    private static final String TARGET = "mobile-banking";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AtomicInteger next = new AtomicInteger();
    private List<Handset> handsets = List.of();
    private @Nullable OpenLoop loop;

    @Override
    public Set<ServiceName> services() {
        return Set.of(ServiceName.values());
    }

    @Override
    public void warmUp(Platform platform, Size size) {
        int customers = Math.toIntExact(perSecond(size)
                * warmUp(size).plus(each(size).multipliedBy(runs(size))).toSeconds());
        handsets = enrolling(platform, CONNECTIONS).enabled(customers);
        Http http = platform.http(() -> "", CONNECTIONS);
        URI enrolment = platform.replicas(ServiceName.ENROLMENT).getFirst();
        URI sync = platform.replicas(ServiceName.SYNC).getFirst();
        awaitOffer(platform, http, sync);
        loop = new OpenLoop(perSecond(size), _ -> {
            Handset handset = handsets.get(next.getAndIncrement());
            synchronise(http.as(platform.session(handset.customer(), TARGET)), enrolment, sync, handset.phone());
            return System.nanoTime();
        });
        loop.run(warmUp(size), platform::cpu);
    }

    /** Once the last one's is offered, sync-service knows them all, or will when it is asked. */
    private void awaitOffer(Platform platform, Http http, URI sync) {
        Handset last = handsets.getLast();
        Http session = http.as(platform.session(last.customer(), TARGET));
        Waiting.until(
                "The synchronisation is not offered",
                PATIENCE,
                () -> Optional.of(session.get(
                                sync,
                                "/v1/sync-offer?otherAppKey=" + last.phone().thumbprint(SOURCE)))
                        .filter(answer ->
                                answer.expect(200).json().path("offered").asBoolean()));
    }

    private static void synchronise(Http session, URI enrolment, URI sync, Phone phone) {
        String challenge = session.post(
                        enrolment,
                        "/v1/challenges",
                        Json.text(Map.of("purpose", "sync", "keyThumbprint", phone.thumbprint(SOURCE))))
                .expect(201)
                .json()
                .path("challenge")
                .asText();
        JsonNode outcome = session.prefer("wait=10")
                .post(
                        sync,
                        "/v1/syncs",
                        Json.text(Map.of(
                                "sourceApp",
                                SOURCE,
                                "proof",
                                phone.syncProof(SOURCE, TARGET, challenge, Enrolling.PASSCODE),
                                "targetProof",
                                phone.syncTargetProof(TARGET, challenge),
                                "deviceName",
                                phone.name())))
                .expect(200)
                .json();
        if (!outcome.path("state").asText().equals("COMPLETED")) {
            throw new Http.UnexpectedAnswer("A synchronisation ended otherwise: " + outcome);
        }
    }

    @Override
    public Report measure(Platform platform, Size size) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < runs(size); i++) {
            samples.add(Objects.requireNonNull(loop).run(each(size), platform::cpu));
        }
        return Runs.report(samples)
                .condition(
                        "operation", "a challenge and a synchronisation, until the app has the outcome: two requests")
                .condition("due_per_second", perSecond(size))
                .condition("seconds", each(size).toSeconds())
                .condition("runs", samples.size());
    }

    /** Services that are not warm have no time for more. */
    private static int perSecond(Size size) {
        return size.of(4, 15);
    }

    private static Duration warmUp(Size size) {
        return Duration.ofSeconds(size.of(10, 40));
    }

    private static Duration each(Size size) {
        return Duration.ofSeconds(size.of(5, 20));
    }

    private static int runs(Size size) {
        return size.of(1, 3);
    }
}
