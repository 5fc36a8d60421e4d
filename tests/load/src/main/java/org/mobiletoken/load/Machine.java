package org.mobiletoken.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.mobiletoken.stack.RepositoryRoot;
import org.mobiletoken.stack.ServiceName;

/** What a benchmark ran on: the code, the cores, and how busy they were with other things before it began. */
record Machine(String commit, int cores, double loadBefore) {
    static Machine now() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return new Machine(
                headOf(RepositoryRoot.find()), system.getAvailableProcessors(), system.getSystemLoadAverage());
    }

    void describe(Report report, Scenario scenario, Size size) {
        report.condition("form", size.name().toLowerCase(Locale.ROOT))
                .condition("cores", cores)
                .condition("load_average_before", loadBefore)
                .condition(
                        "services",
                        scenario.services().stream()
                                        .map(ServiceName::clientId)
                                        .sorted()
                                        .collect(Collectors.joining(", "))
                                + (scenario.replicas() > 1 ? ", " + scenario.replicas() + " replicas each" : ""))
                .condition("profile", "prod; no collector of traces")
                .condition("service_jvm", String.join(" ", scenario.jvmOptions()))
                .condition("broker_jvm", String.join(" ", Platform.USUAL_JVM))
                .condition("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"))
                .condition("jdk", Runtime.version().toString());
    }

    /** The commit, with a plus sign when files differ from it. */
    private static String headOf(Path root) {
        String head = git(root, "rev-parse", "--short=12", "HEAD");
        return git(root, "status", "--porcelain", "--untracked-files=no").isEmpty() ? head : head + "+";
    }

    private static String git(Path root, String... arguments) {
        var command = new ArrayList<>(List.of("git", "-C", root.toString()));
        command.addAll(List.of(arguments));
        try {
            Process git = new ProcessBuilder(command).redirectErrorStream(true).start();
            return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("git does not say which commit this is", e);
        }
    }
}
