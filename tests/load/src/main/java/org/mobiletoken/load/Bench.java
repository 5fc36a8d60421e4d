package org.mobiletoken.load;

import java.util.List;
import org.mobiletoken.stack.RepositoryRoot;
import org.mobiletoken.stack.StackException;

/** Runs the short forms of the benchmarks, or with {@code ONLY} in the environment one in full ({@code SHORT=1}: its short form). */
public final class Bench {
    private Bench() {}

    public static void main(String[] args) {
        try {
            // before anything logs: the log manager on the class path complains otherwise
            System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
            RawEs256.useEverywhere();
            String only = System.getenv().getOrDefault("ONLY", "");
            Size size = only.isEmpty() || "1".equals(System.getenv("SHORT")) ? Size.SHORT : Size.FULL;
            System.exit(allKept(Benchmark.chosen(only), size) ? 0 : 1);
        } catch (Refusal | StackException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static boolean allKept(List<Benchmark> chosen, Size size) {
        try (var identities = IdentityProvider.start()) {
            Training.unlessDone(identities);
            boolean kept = true;
            var limits = new Limits(size);
            var summary = new Summary();
            for (Benchmark benchmark : chosen) {
                Report report = run(benchmark, identities, size, limits);
                summary.add(benchmark.text(), report);
                kept &= report.breaches().isEmpty();
            }
            System.out.println("\n" + summary);
            return kept;
        }
    }

    private static Report run(Benchmark benchmark, IdentityProvider identities, Size size, Limits limits) {
        var machine = Machine.now();
        System.out.println(benchmark.text() + ": starting the platform");
        try (Scenario scenario = benchmark.scenario();
                Platform platform = Platform.start(identities, scenario)) {
            System.out.println(benchmark.text() + ": warming up");
            scenario.warmUp(platform, size);
            Safety.check(platform);
            System.out.println(benchmark.text() + ": measuring");
            Report report = scenario.measure(platform, size).including("", limits.on(platform));
            machine.describe(report, scenario, size);
            var file = new ReportFile(RepositoryRoot.find().resolve("target").resolve("bench"))
                    .write(benchmark.text(), machine.commit(), report);
            System.out.println(ReportFile.lines(benchmark.text(), report) + "  written to " + file);
            return report;
        }
    }
}
