package org.mobiletoken.load;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whole enrolments one after the other: challenge, key, identity card characters, code by SMS, challenge, passcode. */
final class EnrolmentLoad extends WithCustomers {
    private static final int CLIENTS = 4;

    private @Nullable ClosedLoop loop;

    @Override
    public void warmUp(Platform platform, Size size) {
        loop = new ClosedLoop(CLIENTS, enrolling(platform, CLIENTS)::enable);
        Runs.of(size).warmingUpLonger().warmUp(platform, loop);
    }

    @Override
    public Report measure(Platform platform, Size size) {
        double argon2 = RawArgon2.measure(Duration.ofSeconds(size.of(2, 10))).cpuMillisEach();
        Report report = Runs.of(size)
                .measure(platform, Objects.requireNonNull(loop))
                .condition("operation", "a whole enrolment: six requests of the app, the code by SMPP, the notice")
                .figure("cpu_ms_argon2", argon2);
        Double cpu = report.figures().get("cpu_ms_per_op");
        return cpu == null ? report : report.figure("cpu_ms_besides_argon2", cpu - argon2);
    }
}
