package org.mobiletoken.stack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/** Keycloak on a free port with the realm {@code mobile-token}. */
public final class Keycloak implements AutoCloseable {
    private static final Duration START_WITHIN = Duration.ofMinutes(4);

    private final int port = FreePort.next();
    private final Optional<Container> container;
    private Optional<ChildProcess> child = Optional.empty();

    private Keycloak(Path realm) {
        this.container = Container.keycloak(port, realm);
    }

    /** Starts Keycloak with the realm of this file, its sessions under {@code folder}; the first start in a clone also builds it. */
    public static Keycloak start(Path root, Path realm, Path folder) {
        var keycloak = new Keycloak(realm);
        if (keycloak.container.isPresent()) {
            keycloak.container.get().start(keycloak::answers);
        } else {
            keycloak.startProcess(KeycloakHome.prepare(root, realm), realm, folder);
        }
        return keycloak;
    }

    private void startProcess(KeycloakHome home, Path realm, Path folder) {
        Path database = folder.resolve("realm-" + checksum(realm)).toAbsolutePath();
        ChildProcess process = home.launch(
                List.of(
                        "start",
                        "--optimized",
                        "--import-realm",
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--hostname=http://127.0.0.1:" + port,
                        "--cache=local",
                        "--db-url=jdbc:h2:file:" + database + ";NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=FALSE"),
                folder,
                folder.resolve("keycloak.log"));
        child = Optional.of(process);
        process.awaitReady(START_WITHIN, this::answers);
    }

    private boolean answers() {
        return HttpProbe.answersOk(URI.create(realm() + "/.well-known/openid-configuration"));
    }

    /** The realm's address, which is also the issuer of its tokens. */
    public URI realm() {
        return URI.create("http://127.0.0.1:" + port + "/realms/mobile-token");
    }

    @Override
    public void close() {
        container.ifPresent(Container::remove);
        child.ifPresent(ChildProcess::stop);
    }

    Optional<ChildProcess> child() {
        return child;
    }

    /** A realm that exists is not imported again, so a changed file gets a database of its own. */
    private static String checksum(Path file) {
        try {
            var crc = new CRC32();
            crc.update(Files.readAllBytes(file));
            return Long.toHexString(crc.getValue());
        } catch (IOException e) {
            throw new StackException("The realm cannot be read from " + file + ".", e);
        }
    }
}
