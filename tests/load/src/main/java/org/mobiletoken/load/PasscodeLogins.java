package org.mobiletoken.load;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.stack.ServiceName;

/**
 * Logins by passcode, each of which costs an Argon2id and whose rate is therefore compared with what the machine hashes at best; then
 * many more clients than it can serve: whoever is turned away is told when to come again, and nothing piles up. So few logins a
 * second warm nothing up, so logins by biometrics, which take the same way but for the hash, come first.
 */
final class PasscodeLogins extends WithCustomers {
    /** Enough to keep the cores hashing; the last of more would wait too long for a place on a busy machine. */
    private static final int CLIENTS = 8;

    private static final int TOO_MANY_CLIENTS = 128;
    private static final int UNAVAILABLE = 503;

    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong turnedAway = new AtomicLong();
    private final AtomicLong withoutRetryAfter = new AtomicLong();
    private @Nullable Logins logins;

    @Override
    public void warmUp(Platform platform, Size size) {
        var handsets = enrolling(platform, CLIENTS).withBiometrics(customers(size));
        logins = new Logins(platform, handsets, TOO_MANY_CLIENTS);
        Runs.of(size).warmUp(platform, new ClosedLoop(CLIENTS, logins::byBiometrics));
        Runs.of(size).warmUp(platform, new ClosedLoop(CLIENTS, this::logIn));
    }

    @Override
    public Report measure(Platform platform, Size size) {
        double limit = RawArgon2.measure(Duration.ofSeconds(size.of(3, 20))).perSecond();
        Report report = Runs.of(size)
                .measure(platform, new ClosedLoop(CLIENTS, this::logIn))
                .condition("operation", "a challenge and the verification of a proof with the passcode: two requests")
                .condition("customers", customers(size) + ", enrolled through the API")
                .figure("limit_per_s", limit);
        report.figure("share_of_limit", Objects.requireNonNull(report.figures().get("rate_per_s")) / limit);
        return report.including("", overload(platform, size));
    }

    private Report overload(Platform platform, Size size) {
        Duration time = Duration.ofSeconds(size.of(5, 60));
        var service = platform.stack().service(ServiceName.ENROLMENT);
        var loop = new ClosedLoop(TOO_MANY_CLIENTS, this::logInOrBeTurnedAway);
        loop.run(time.dividedBy(5), platform::cpu);
        double heap = LiveHeap.megabytes(service);
        turnedAway.set(0);
        accepted.set(0);
        long begin = System.nanoTime();
        Sample sample = loop.run(time, platform::cpu);
        double seconds = (System.nanoTime() - begin) / 1e9;
        double grown = LiveHeap.megabytes(service) - heap;
        return new Report()
                .condition(
                        "overload",
                        TOO_MANY_CLIENTS + " clients for " + time.toSeconds() + " s, who come again at once")
                .figure("overload_accepted_per_s", accepted.get() / seconds)
                .figure("refused_503", turnedAway.get())
                .figure("overload_p99_ms", sample.latency().p99())
                .figure("heap_mb_before_overload", heap)
                .figure("heap_growth_mb", grown)
                .exactly("overload_errors", 0, sample.errors())
                .exactly("refused_without_retry_after", 0, withoutRetryAfter.get());
    }

    private void logIn() {
        Objects.requireNonNull(logins).byPasscode().expect(200);
    }

    private void logInOrBeTurnedAway() {
        Http.Answer answer = Objects.requireNonNull(logins).byPasscode();
        if (answer.status() != UNAVAILABLE) {
            answer.expect(200);
            accepted.incrementAndGet();
            return;
        }
        turnedAway.incrementAndGet();
        if (answer.retryAfter() == null) {
            withoutRetryAfter.incrementAndGet();
        }
    }

    private static int customers(Size size) {
        return size.of(40, 300);
    }
}
