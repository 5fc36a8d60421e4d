package org.mobiletoken.load;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What this machine could do at best, measured on the first platform of a run, after its benchmark, while nothing else is asked of it. */
final class Limits {
    private final Duration each;
    private @Nullable Report measured;

    Limits(Size size) {
        this.each = Duration.ofSeconds(size.of(1, 5));
    }

    Report on(Platform platform) {
        if (measured == null) {
            measured = measure(platform);
        }
        return measured;
    }

    private Report measure(Platform platform) {
        Report report = new Report()
                .figure("limit_argon2id_per_s", RawArgon2.measure(each).perSecond())
                .figure("limit_es256_verified_per_s_one_core", RawEs256.verifiedPerSecond(each))
                .figure("limit_commits_per_s", RawCommits.perSecond(platform, each));
        RawKafka.latency(platform, each)
                .forEach((percentile, millis) ->
                        report.figure("limit_kafka_%s_ms".formatted(percentile).toLowerCase(Locale.ROOT), millis));
        return report;
    }
}
