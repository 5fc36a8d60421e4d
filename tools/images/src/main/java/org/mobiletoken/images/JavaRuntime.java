package org.mobiletoken.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A Java runtime with no more than the services use, linked from the JDK that runs this. */
record JavaRuntime(Path home) {

    /** What Quarkus and the libraries ask for, and what operators need to look into a running service. */
    static final Set<String> MODULES = Set.of(
            "java.se",
            "jdk.crypto.cryptoki",
            "jdk.crypto.ec",
            "jdk.jcmd",
            "jdk.jfr",
            "jdk.localedata",
            "jdk.management",
            "jdk.management.agent",
            "jdk.naming.dns",
            "jdk.net",
            "jdk.unsupported",
            "jdk.zipfs");

    static JavaRuntime link(Path home, Set<String> modules) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "jlink").toString()));
        command.addAll(List.of(
                "--add-modules", String.join(",", modules.stream().sorted().toList())));
        if (modules.contains("jdk.localedata")) {
            command.addAll(List.of("--include-locales", "en,zh"));
        }
        command.addAll(List.of("--strip-debug", "--no-header-files", "--no-man-pages", "--output", home.toString()));
        Files.createDirectories(home.toAbsolutePath().getParent());
        Tool.run(command);
        return new JavaRuntime(home.toRealPath());
    }

    Set<Path> libraries() throws IOException {
        return SharedLibraries.neededBy(home);
    }
}
