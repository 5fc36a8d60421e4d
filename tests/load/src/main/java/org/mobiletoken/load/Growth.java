package org.mobiletoken.load;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.stack.ServiceName;

/** Logins by biometrics with ten thousand, a hundred thousand and a million tokens in the tables: what more of them cost. */
final class Growth implements Scenario {
    private static final int CLIENTS = 16;
    private static final int CHECKED = 20;

    private @Nullable ManyTokens tokens;
    private @Nullable ClosedLoop first;

    @Override
    public Set<ServiceName> services() {
        return Set.of(ServiceName.ENROLMENT, ServiceName.LOCKOUT);
    }

    @Override
    public void warmUp(Platform platform, Size size) {
        tokens = new ManyTokens(platform);
        first = grown(platform, size, sizes(size).getFirst());
        Runs.of(size).warmUp(platform, first);
    }

    @Override
    public Report measure(Platform platform, Size size) {
        List<Integer> sizes = sizes(size);
        Report report = new Report()
                .condition("operation", "login by biometrics: a challenge and a verification")
                .condition("tokens", sizes.toString())
                .condition("phones", phones(size) + ", spread evenly over the tokens of each step");
        for (int count : sizes) {
            ClosedLoop logins =
                    count == sizes.getFirst() ? Objects.requireNonNull(first) : grown(platform, size, count);
            logins.run(Runs.of(size).each(), platform::cpu);
            report.including("with_" + count + "_", Runs.of(size).measure(platform, logins));
        }
        Double few = report.figures().get("with_" + sizes.getFirst() + "_cpu_ms_per_op");
        Double many = report.figures().get("with_" + sizes.getLast() + "_cpu_ms_per_op");
        return few == null || many == null ? report : report.figure("cost_ratio", many / few);
    }

    private ClosedLoop grown(Platform platform, Size size, int count) {
        List<Handset> handsets = Objects.requireNonNull(tokens).growTo(count, phones(size));
        check(platform, handsets.subList(0, CHECKED));
        return new ClosedLoop(CLIENTS, new Logins(platform, handsets, CLIENTS)::byBiometrics);
    }

    /** What was copied is to the API what the apps would have enrolled. */
    private static void check(Platform platform, List<Handset> handsets) {
        Http http = platform.http(() -> "", 1);
        URI enrolment = platform.replicas(ServiceName.ENROLMENT).getFirst();
        for (Handset handset : handsets) {
            var token = http.as(platform.session(handset.customer(), handset.app()))
                    .get(enrolment, "/v1/token")
                    .expect(200)
                    .json();
            if (!token.path("state").asText().equals("ENABLED")
                    || !token.path("biometric").asBoolean()) {
                throw new IllegalStateException("A copied token is none: " + token);
            }
        }
    }

    private static List<Integer> sizes(Size size) {
        return switch (size) {
            case SHORT -> List.of(1_000, 10_000, 50_000);
            case FULL -> List.of(10_000, 100_000, 1_000_000);
        };
    }

    private static int phones(Size size) {
        return size.of(200, 2_000);
    }
}
