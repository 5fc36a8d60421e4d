package org.mobiletoken.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.smsc.Inbox;
import org.mobiletoken.smsc.SmsCentre;
import org.mobiletoken.stack.ServiceName;
import org.mobiletoken.stack.StackSettings;

/** Codes sent at a steady rate through a real SMS centre over TCP, then codes verified as fast as they are answered. */
final class OtpLoad implements Scenario {
    private static final int CLIENTS = 16;
    private static final int CONNECTIONS = 128;
    private static final int PER_SECOND = 300;
    /** What a service that has just started can do without turning anybody away. */
    private static final int COLD_PER_SECOND = 100;

    private static final int VERIFIED_AT_MOST_PER_SECOND = 4_000;

    private final Phones phones = new Phones();
    private final SmsCentre centre =
            new SmsCentre(new SmsCentre.Access(0, "mobile-token", Production.SMPP_PASSWORD), new Inbox(phones));
    private final Histogram answers = new ConcurrentHistogram(3);
    private @Nullable Codes codes;

    OtpLoad() {
        centre.start();
    }

    @Override
    public Set<ServiceName> services() {
        return Set.of(ServiceName.NOTIFICATION);
    }

    @Override
    public StackSettings settings(StackSettings usual) {
        return Codes.settings(usual, centre.port());
    }

    @Override
    public void warmUp(Platform platform, Size size) {
        codes = new Codes(platform, CONNECTIONS);
        Runs.of(size).warmUp(platform, new ClosedLoop(CLIENTS, () -> send(System.nanoTime())));
    }

    @Override
    public Report measure(Platform platform, Size size) {
        Report report = measureSending(platform, size).including("verify_", measureVerifying(platform, size));
        Codes all = Objects.requireNonNull(codes);
        var records = new MessageRecords(platform, all.asked().size());
        return report.including(
                        "",
                        Fates.of(
                                        all.asked(),
                                        Set.of(),
                                        records.statesByCustomer(),
                                        customer -> phones.received(all.numberOf(customer)))
                                .report())
                .exactly("spent_by_bank", records.codesThatCount(), records.spent("BANK"))
                .exactly("spent_by_prefixes", records.codesThatCount(), records.spent("PREFIX"));
    }

    private Report measureSending(Platform platform, Size size) {
        var loop = new OpenLoop(size.of(COLD_PER_SECOND, PER_SECOND), this::send);
        Duration each = Duration.ofSeconds(size.of(5, 30));
        int runs = size.of(1, 3);
        loop.run(each, platform::cpu);
        answers.reset();
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            samples.add(loop.run(each, platform::cpu));
        }
        Report report = Runs.report(samples)
                .condition("operation", "a code, timed from when it was due until its submit_sm_resp had gone out")
                .condition("codes_due_per_second", loop.perSecond())
                .condition("seconds", each.toSeconds())
                .condition("runs", runs)
                .figure("answer_p50_ms", answers.getValueAtPercentile(50) / 1e6)
                .figure("answer_p99_ms", answers.getValueAtPercentile(99) / 1e6);
        var unlimited = new ClosedLoop(CLIENTS, () -> send(System.nanoTime()));
        return report.figure("limit_per_s", unlimited.run(each, platform::cpu).ratePerSecond());
    }

    /** Gives when the SMS centre had answered. */
    private long send(long due) {
        Codes all = Objects.requireNonNull(codes);
        String customer = all.nextCustomer();
        all.ask(customer).expect(201);
        answers.recordValue(System.nanoTime() - due);
        return phones.awaitAnswer(all.numberOf(customer));
    }

    private Report measureVerifying(Platform platform, Size size) {
        Duration each = Duration.ofSeconds(size.of(5, 20));
        int runs = size.of(1, 3);
        long seconds = each.toSeconds() * (1 + runs);
        var prepared = new PreparedCodes(platform, Math.toIntExact(seconds * VERIFIED_AT_MOST_PER_SECOND));
        try (var load = new GatlingClients(
                "VerificationSimulation",
                platform.replicas(ServiceName.NOTIFICATION).getFirst(),
                CLIENTS,
                platform.accessToken(ServiceName.ENROLMENT),
                prepared.entries())) {
            load.run(each, platform::cpu);
            List<Sample> samples = new ArrayList<>();
            for (int i = 0; i < runs; i++) {
                samples.add(load.run(each, platform::cpu));
            }
            return Runs.report(samples)
                    .condition("verifying_clients", CLIENTS)
                    .condition("verified", "1 entry in 10 is wrong")
                    .condition("verifying_seconds", each.toSeconds());
        }
    }

    @Override
    public void close() {
        centre.close();
    }
}
