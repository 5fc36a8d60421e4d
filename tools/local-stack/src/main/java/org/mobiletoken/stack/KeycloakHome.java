package org.mobiletoken.stack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Keycloak unpacked and built once under {@code target/keycloak}; whoever comes second waits for the first and uses the same. */
final class KeycloakHome {
    private static final Duration BUILD_WITHIN = Duration.ofMinutes(6);
    private static final List<String> JVM_OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xms64m",
            "-Xmx512m",
            "-Dfile.encoding=UTF-8",
            "-Duser.language=en",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "-Dpicocli.disable.closures=true",
            "-Dquarkus-log-max-startup-records=10000",
            "--sun-misc-unsafe-memory-access=allow",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED");

    private final Path home;

    private KeycloakHome(Path home) {
        this.home = home;
    }

    static KeycloakHome prepare(Path root, Path realm) {
        Path archive = ClassPath.filesIn("keycloak.classpath").getFirst();
        Path parent = root.resolve("target").resolve("keycloak");
        String name = archive.getFileName().toString().replaceAll("^keycloak-quarkus-dist-|\\.zip$", "");
        var prepared = new KeycloakHome(parent.resolve("keycloak-" + name));
        try {
            Files.createDirectories(parent);
            try (FileChannel channel = FileChannel.open(
                            parent.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock _ = channel.lock()) {
                if (!Files.exists(prepared.marker())) {
                    unpack(archive, parent);
                    prepared.build(parent.resolve("build.log"));
                    Files.createFile(prepared.marker());
                }
                prepared.offerRealm(realm);
            }
        } catch (IOException e) {
            throw new StackException("Keycloak could not be prepared in " + parent + ": " + e.getMessage(), e);
        }
        return prepared;
    }

    /** Starts Keycloak's launcher with these arguments. */
    ChildProcess launch(List<String> arguments, Path folder, Path log) {
        var options = new ArrayList<>(JVM_OPTIONS);
        options.add("-Dkc.home.dir=" + home);
        options.add("-Djboss.server.config.dir=" + home.resolve("conf"));
        var main = new ArrayList<>(List.of("io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        main.addAll(arguments);
        Path launcher = home.resolve("lib").resolve("quarkus-run.jar");
        return ChildProcess.java("Keycloak", options, List.of(launcher), main, Map.of(), folder, log);
    }

    private void build(Path log) {
        ChildProcess building = launch(
                List.of("build", "--db=dev-file", "--health-enabled=false", "--metrics-enabled=false"), home, log);
        building.awaitEnd(BUILD_WITHIN);
    }

    private Path marker() {
        return home.resolve("built");
    }

    private void offerRealm(Path realm) throws IOException {
        Path folder = Files.createDirectories(home.resolve("data").resolve("import"));
        Path offered = folder.resolve("mobile-token-realm.json");
        if (!Files.exists(offered) || Files.mismatch(realm, offered) >= 0) {
            Files.copy(realm, offered, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void unpack(Path archive, Path parent) throws IOException {
        try (InputStream in = Files.newInputStream(archive);
                var zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = parent.resolve(entry.getName()).normalize();
                if (!file.startsWith(parent)) {
                    throw new IOException("An entry of the archive points outside: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(zip, file, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
