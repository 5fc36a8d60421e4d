package org.mobiletoken.load;

import java.time.Duration;
import java.util.Locale;

/** What this machine could do at best, measured on the platform of the same run while nothing else is asked of it. */
final class Limits {
    private Limits() {}

    static Report of(Platform platform, Size size) {
        Duration each = Duration.ofSeconds(size.of(1, 5));
        Report report = new Report();
        report.figure("limit_argon2id_per_s", RawArgon2.measure(each).perSecond());
        report.figure("limit_es256_verified_per_s_one_core", RawEs256.verifiedPerSecond(each));
        report.figure("limit_commits_per_s", RawCommits.perSecond(platform, each));
        RawKafka.latency(platform, each)
                .forEach((percentile, millis) ->
                        report.figure("limit_kafka_%s_ms".formatted(percentile).toLowerCase(Locale.ROOT), millis));
        return report;
    }
}
